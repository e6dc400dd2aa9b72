import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { sha256 } from '@contract/health-code/noble';
import { nobleVerifiers } from '@contract/health-code/noble-p256';
import { readStatusList, type StatusList, statusListId } from '@contract/health-code/status-list';
import { isEmergencyInForce, type TrustList } from '@contract/health-code/trust-list';
import {
  STATUS_LIST_COUNTS_FOR,
  type StatusAnswer,
  type StatusRef,
  type VerifyContext,
} from '@contract/health-code/verify';
import type { Client } from './client';
import type { KeyValue } from './storage';

/** What a gate goes by without a network: whose signatures count, and what became of codes since their issue. */
export interface GateLists {
  /** How old (ms) the oldest is that matters here; undefined while one of them is missing. */
  age(): number | undefined;
  context(): VerifyContext;
  /** Fetches what changed. Rejects as the client does; what was here stays. */
  update(): Promise<void>;
  /** Keeps them fresh until the answer is called. */
  follow(): () => void;
  subscribe(listener: () => void): () => void;
}

interface KeptList {
  /** The signed list, base64url. */
  bytes: string;
  etag?: string | undefined;
}

/** A lowered code is known at every online gate within five minutes: a minute to rebuild, and this (ms) at most to ask. */
const POLL_EVERY = 240_000;
/** Past that (ms) a list says nothing: a revoked key, a lowered code would go unseen. */
const COUNTS_FOR = STATUS_LIST_COUNTS_FOR;

const trustKey = 'gate/trust';
const listKey = (id: string): string => `gate/list/${id}`;

/** `now`: server time as last measured, epoch milliseconds. `random`: from 0 to 1. */
export async function createGateLists(deps: {
  client: Pick<Client, 'call' | 'statusList'>;
  storage: KeyValue;
  now: () => number;
  random: () => number;
}): Promise<GateLists> {
  const { client, storage, now, random } = deps;
  const listeners = new Set<() => void>();
  let trust = await storage.get<TrustList>(trustKey);
  const bytes = new Map<string, KeptList>();
  let lists = new Map<string, StatusList>();
  let round: Promise<void> | undefined;

  const idsOf = (list: TrustList | undefined): readonly string[] => list?.statusLists ?? [];
  for (const id of idsOf(trust)) {
    const list = await storage.get<KeptList>(listKey(id));
    if (list) bytes.set(id, list);
  }
  read();

  const ageOf = (published: number): number => Math.max(0, now() - published);
  const trustAge = (list: TrustList): number => ageOf(Date.parse(list.publishedAt));

  /** Signatures are checked each time the keys may be others: what a revoked key signed is dropped. */
  function read(): void {
    lists = new Map();
    for (const [id, { bytes: text }] of bytes) {
      const signed = decodeBase64url(text);
      const list = signed && readStatusList(signed, trust ?? 'missing', nobleVerifiers);
      // A list is believed only about itself, under whatever name it came.
      if (list?.ok && statusListId(list.value.county, list.value.list) === id) lists.set(id, list.value);
    }
  }

  function status({ county, list: number, index }: StatusRef): StatusAnswer {
    if (!trust || trustAge(trust) > COUNTS_FOR) return 'stale';
    const list = lists.get(statusListId(county, number));
    const value = list?.valueAt(index);
    if (!list || value === undefined) return 'missing';
    return list.expiresAt !== undefined && now() >= list.expiresAt
      ? 'stale'
      : { value, age: ageOf(list.issuedAt) };
  }

  async function fetchList(id: string): Promise<void> {
    const before = bytes.get(id);
    const answer = await client.statusList(id, lists.has(id) ? before?.etag : undefined);
    if (answer === 'unchanged') return;
    const list = { bytes: encodeBase64url(answer.bytes), etag: answer.etag };
    bytes.set(id, list);
    await storage.set(listKey(id), list);
  }

  async function fetchAll(): Promise<void> {
    const latest = await client.call('GET /v1/trust-list', {});
    for (const id of idsOf(trust).filter((old) => !idsOf(latest).includes(old))) {
      bytes.delete(id);
      await storage.remove(listKey(id));
    }
    trust = latest;
    await storage.set(trustKey, trust);
    const failed = (await Promise.allSettled(idsOf(trust).map(fetchList))).find(
      (each) => each.status === 'rejected',
    );
    read();
    listeners.forEach((listener) => listener());
    if (failed) throw failed.reason;
  }

  const update = (): Promise<void> => {
    round ??= fetchAll().finally(() => (round = undefined));
    return round;
  };

  return {
    age() {
      if (!trust) return undefined;
      // A list passed on from afar may be late; what counts here is where codes are asked for now.
      const counties = trust.emergencies.map(({ county }) => `${county}-`);
      const here = idsOf(trust).filter((id) => counties.some((county) => id.startsWith(county)));
      const ages = here.map((id) => lists.get(id)).map((list) => list && ageOf(list.issuedAt));
      return ages.every((age) => age !== undefined) ? Math.max(trustAge(trust), ...ages) : undefined;
    },
    context: () => ({
      now: now(),
      // An old list that knows of no emergency does not say that there is none today.
      trust: trust && (trustAge(trust) <= COUNTS_FOR || isEmergencyInForce(trust, now())) ? trust : 'missing',
      status,
      verifiers: nobleVerifiers,
      sha256,
    }),
    update,
    follow() {
      let timer: ReturnType<typeof setTimeout>;
      const ask = (): void => {
        update().catch(() => undefined);
        // Not all gates at once.
        timer = setTimeout(ask, POLL_EVERY * (0.75 + random() / 4));
      };
      ask();
      return () => clearTimeout(timer);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
