import type { IssuedCode } from '@contract/api';
import { encodeBase64url } from '@contract/health-code/base64url';
import { possessionMessage } from '@contract/health-code/possession';
import { stepAt } from '@contract/health-code/proof';
import { CallFailed, type Client } from './client';
import type { HolderKey, HolderKeys } from './holder-key';
import type { KeptCode } from './kept-codes';
import type { ServerClock } from './server-clock';

/** Whose code: mine without `member`. */
export interface Whose {
  member?: { personId: string; calledAs: string };
}

/** No two scans can be joined by a key for longer (ms). */
export const KEY_LIVES_FOR = 7 * 86_400_000;

interface Deps {
  client: Client;
  keys: HolderKeys;
  clock: ServerClock;
  elapsed(): number;
}

/**
 * A new credential for `kept`, or the first one. The key stays until it is a week old; a new one takes its place only
 * with a credential in hand. Rejects as the client does, and then nothing has changed.
 */
export async function renew(deps: Deps, whose: Whose, kept: KeptCode | undefined): Promise<KeptCode> {
  const { keys, clock } = deps;
  const young = kept !== undefined && clock.now() < kept.keyMadeAt + KEY_LIVES_FOR;
  const old = young ? await keys.open(kept.key) : undefined;
  const keep = (key: string, keyMadeAt: number, issued: IssuedCode): KeptCode => ({
    key,
    keyMadeAt,
    issued,
    ...(whose.member ? { calledAs: whose.member.calledAs } : {}),
  });
  if (young && old) {
    try {
      return keep(kept.key, kept.keyMadeAt, await ask(deps, whose, old));
    } catch (error) {
      if (!(error instanceof CallFailed) || error.code !== 'holder-key-refused') throw error;
    }
  }
  const made = await keys.make();
  try {
    const key = await keys.open(made);
    if (!key) throw new Error('a key just made is gone');
    return keep(made, clock.now(), await ask(deps, whose, key));
  } catch (error) {
    await keys.remove(made);
    throw error;
  }
}

async function ask(deps: Deps, whose: Whose, key: HolderKey): Promise<IssuedCode> {
  return askOnce(deps, whose, key).catch((error: unknown) => {
    // The refusal itself has said what time it is: a clock never measured, or set since, is right now.
    if (error instanceof CallFailed && error.code === 'possession-not-proved')
      return askOnce(deps, whose, key);
    throw error;
  });
}

async function askOnce({ client, clock, elapsed }: Deps, whose: Whose, key: HolderKey): Promise<IssuedCode> {
  const step = stepAt(clock.now());
  const possession = await key.sign(possessionMessage(key.publicKey, step));
  const sent = elapsed();
  const issued = await client.call('POST /v1/health-codes', {
    body: {
      ...(whose.member ? { personId: whose.member.personId } : {}),
      holderKey: encodeBase64url(key.publicKey),
      step,
      possession: encodeBase64url(possession),
    },
  });
  clock.hear(Date.parse(issued.serverTime), elapsed() - sent, 0);
  return issued;
}
