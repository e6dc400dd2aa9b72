import type { IssuedCode } from '@contract/api';
import type { Client } from './client';
import type { CodeKeeper } from './code-keeper';
import type { KeyValue } from './storage';

/** WeChat's periodic update: one GET while the app is closed, every twelve hours at best. */
export interface PeriodicUpdates {
  /** What WeChat sends along, to prove whose phone it is. */
  setToken(token: string): Promise<void>;
  /** What came last, as text. */
  fetched(): Promise<string | undefined>;
  onFetched(listener: (text: string) => void): void;
}

const key = 'periodic-token';
const renewedAfter = 7 * 86_400_000;

/** The answer of `GET /v1/periodic-update`; nothing of it when it is anything else. */
function codesIn(text: string): IssuedCode[] {
  try {
    const { codes } = JSON.parse(text) as { codes?: IssuedCode[] };
    return Array.isArray(codes) ? codes : [];
  } catch {
    return [];
  }
}

/** Puts in what came while the app was closed. Asks nobody. */
export async function takeWhatCame(updates: PeriodicUpdates, code: CodeKeeper): Promise<void> {
  updates.onFetched((text) => void code.take(codesIn(text)));
  const text = await updates.fetched();
  if (text) await code.take(codesIn(text));
}

/** Gives WeChat a token, once a week. Rejects as the client does. */
export async function giveToken(
  updates: PeriodicUpdates,
  deps: { client: Client; storage: KeyValue; now(): number },
): Promise<void> {
  const { client, storage, now } = deps;
  const given = await storage.get<number>(key);
  if (given !== undefined && Math.abs(now() - given) < renewedAfter) return;
  const { token } = await client.call('POST /v1/me/periodic-token', {});
  await updates.setToken(token);
  await storage.set(key, now());
}

/** Another session has a token of its own. */
export const forgetToken = (storage: KeyValue): Promise<void> => storage.remove(key);
