import type { QueryClient } from '@tanstack/react-query';
import { createClient, type Client, type Http } from './client';
import { type CodeKeeper, createCodeKeeper } from './code-keeper';
import { type Connect, goLive, type Live } from './live';
import { createOutbox, type Outbox, type OutboxItem } from './outbox';
import { createSessionKeeper, type SessionKeeper } from './session';
import type { KeyValue } from './storage';

/** What the phone gives: `platform/` fills it for weapp and h5, a test with something of its own. */
export interface PhonePlatform {
  http: Http;
  connect: Connect;
  storage: KeyValue;
  randomBytes(count: number): Promise<Uint8Array>;
  now(): number;
  /** Tells when the network comes back. */
  onOnline(listener: () => void): void;
}

/** Everything the pages run on. */
export interface Phone {
  client: Client;
  session: SessionKeeper;
  outbox: Outbox;
  queries: QueryClient;
  code: CodeKeeper;
  /** Undefined while signed out. */
  live(): Live | undefined;
  /** Catches up with the server: sends what waits, refreshes the code when due, reads anew what is shown. */
  catchUp(): Promise<void>;
  /** Ends the session and clears what this phone holds of the person. */
  signOut(): Promise<void>;
}

const uuidOf = (bytes: Uint8Array): string => {
  const hex = Array.from(bytes, (byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** Random UUID (RFC 9562, version 4) from the platform's randomness. */
export const newId = async (platform: Pick<PhonePlatform, 'randomBytes'>): Promise<string> =>
  uuidOf(await platform.randomBytes(16));

export async function startPhone(
  platform: PhonePlatform,
  baseUrl: string,
  queries: QueryClient,
): Promise<Phone> {
  const session = await createSessionKeeper(platform.storage);
  const client = createClient({
    http: platform.http,
    baseUrl,
    token: session.token,
    onSignedOut: session.lost,
  });
  const code = await createCodeKeeper({ client, platform });
  const outbox = await createOutbox({
    client,
    storage: {
      load: async () => (await platform.storage.get<OutboxItem[]>('outbox')) ?? [],
      save: (items) => platform.storage.set('outbox', items),
    },
    newId: () => newId(platform),
    now: platform.now,
    onSent: () => void queries.invalidateQueries(),
  });

  const catchUp = async (): Promise<void> => {
    if (!session.token()) return;
    await Promise.all([outbox.flush(), code.refreshIfDue().catch(() => undefined)]);
    await queries.invalidateQueries();
  };

  let live: Live | undefined;
  const follow = (): void => {
    live?.stop();
    live = session.token()
      ? goLive({
          connect: platform.connect,
          url: `${baseUrl.replace(/^http/, 'ws')}/v1/live`,
          token: session.token,
          onReady: () => void catchUp(),
          onMessage: () => void queries.invalidateQueries(),
        })
      : undefined;
  };
  session.subscribe(() => {
    follow();
    // What was refused for want of a session, or read as somebody else, is read anew.
    void queries.invalidateQueries();
  });
  follow();
  platform.onOnline(() => void catchUp());
  void catchUp();

  async function signOut(): Promise<void> {
    await session.signOut(client);
    await code.forget();
    for (const item of outbox.items()) await outbox.remove(item.id);
    queries.clear();
  }
  return { signOut, client, session, outbox, queries, code, live: () => live, catchUp };
}
