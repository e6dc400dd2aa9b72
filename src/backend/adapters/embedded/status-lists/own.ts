import { packStatuses, signStatusList, statusListId } from '@contract/health-code/status-list';
import type { CredentialSigner } from '@contract/health-code/credential';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry } from '../../../ports/code-registry';

/**
 * A change is published within this (ms). With as long in caches on the way (the endpoint's max-age) and verifiers that
 * ask every 240 s, it reaches each of them within five minutes.
 */
export const REBUILT_AFTER = 30_000;
/** An unchanged list is signed anew after this (ms), so that a verifier that goes offline has a young one. */
const SIGNED_ANEW_AFTER = 600_000;
const VALID_FOR = 86_400_000;
const TIME_TO_LIVE = 240_000;

const zlib = promisify<Uint8Array, { level: number }, Buffer>(deflate);

interface Built {
  entries: Uint8Array;
  token: Buffer;
  signedAt: number;
  kid: Uint8Array;
}

export interface OwnListsOptions {
  registry: CodeRegistry;
  signer: CredentialSigner;
  clock: Clock;
  county: string;
  /** Where this deployment is reached: `https://linli.example.gov.cn`. */
  publicUrl: string;
  listSize?: number;
}

/** Our own status lists by id, built when asked for and old. */
export function ownStatusLists({
  registry,
  signer,
  clock,
  county,
  publicUrl,
  listSize = 1 << 20,
}: OwnListsOptions): () => Promise<ReadonlyMap<string, Built>> {
  let lists: ReadonlyMap<string, Built> = new Map();
  let builtAt = -Infinity;
  let building: Promise<void> | undefined;

  async function listOf(id: string, entries: Uint8Array): Promise<Built> {
    const now = clock.now().getTime();
    const last = lists.get(id);
    if (
      last?.kid === signer.kid &&
      now - last.signedAt < SIGNED_ANEW_AFTER &&
      Buffer.compare(last.entries, entries) === 0
    )
      return last;
    const packed = new Uint8Array(await zlib(entries, { level: 9 }));
    const { kid } = signer;
    const claims = {
      uri: `${publicUrl}/v1/status-lists/${id}`,
      issuedAt: now,
      expiresAt: now + VALID_FOR,
      timeToLive: TIME_TO_LIVE,
      packed,
    };
    return { entries, token: Buffer.from(signStatusList(claims, signer)), signedAt: now, kid };
  }

  async function build(): Promise<void> {
    const startedAt = clock.now().getTime();
    const built = new Map<string, Built>();
    for (const { list, set } of await registry.lists()) {
      const id = statusListId(county, list);
      built.set(id, await listOf(id, packStatuses(set, listSize)));
    }
    lists = built;
    builtAt = startedAt;
  }

  return async () => {
    const isOld = clock.now().getTime() - builtAt >= REBUILT_AFTER;
    const isOfOldKey = [...lists.values()].some(({ kid }) => kid !== signer.kid);
    // Those who ask meanwhile wait for the same one.
    if (isOld || isOfOldKey) await (building ??= build().finally(() => (building = undefined)));
    return lists;
  };
}
