import type { Session } from '@contract/api';
import type { Client } from './client';
import type { KeyValue } from './storage';

export type SignIn = { provider: 'demo' | 'wechat' | 'invite'; code: string };

/** Who this phone is to the server. Kept across restarts; what is unsent outlives it. */
export interface SessionKeeper {
  token(): string | undefined;
  /** Epoch ms, by the server's clock; 0 while nobody is signed in. */
  runsUntil(): number;
  subscribe(listener: () => void): () => void;
  signIn(client: Client, how: SignIn): Promise<void>;
  signOut(client: Client): Promise<void>;
  /** The server no longer knows the token. */
  lost(): void;
}

const key = 'session';

export async function createSessionKeeper(
  storage: KeyValue,
  /** What this phone calls itself. */
  device: string,
): Promise<SessionKeeper> {
  let session = await storage.get<Session>(key);
  const listeners = new Set<() => void>();
  const change = async (next: Session | undefined): Promise<void> => {
    session = next;
    await (next ? storage.set(key, next) : storage.remove(key));
    listeners.forEach((listener) => listener());
  };
  return {
    token: () => session?.token,
    runsUntil: () => (session ? Date.parse(session.expiresAt) : 0),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async signIn(client, how) {
      await change(await client.call('POST /v1/sessions', { body: { ...how, device } }));
    },
    async signOut(client) {
      // The phone forgets even when the server cannot be told: the token ends by itself.
      await client.call('DELETE /v1/sessions/current', {}).catch(() => undefined);
      await change(undefined);
    },
    lost: () => void change(undefined),
  };
}
