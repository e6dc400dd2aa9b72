import { randomUUID } from 'node:crypto';
import { createClient, type Http } from '../../src/miniprogram/backend/client';
import { createOutbox, type Outbox, type OutboxItem } from '../../src/miniprogram/backend/outbox';

/** A phone waits so long (ms) for an answer. */
const patience = 10_000;

/** The mini-program's own outbox and client on a phone whose app can be killed and opened again. */
export interface FaultyPhone {
  /** Of the app that runs now. */
  outbox(): Outbox;
  /** A photo or voice note lies on it from here on. @returns its name */
  keep(content: Buffer): string;
  /** The app is gone with all it had under way; opened again it knows what was stored, and nothing else. */
  restart(): Promise<void>;
  /** Ids of the requests of which the app heard that they are filed. */
  heard: string[];
  /** How often a session had ended. */
  signedOut: number;
}

/**
 * @param address where calls go
 * @param signIn gives a token, as the person does when asked to
 */
export async function startFaultyPhone(address: string, signIn: () => Promise<string>): Promise<FaultyPhone> {
  const files = new Map<string, Buffer>();
  let stored = '[]';
  let token: string | undefined = await signIn();
  let app: Outbox;
  const heard: string[] = [];

  async function start(): Promise<{ outbox: Outbox; die(): void }> {
    let alive = true;
    const gone = new AbortController();
    /** Of an app that is gone nothing comes back, and nothing is kept. */
    const living = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work;
      return alive ? done : new Promise<never>(() => undefined);
    };
    const reach = async (url: string, init: RequestInit): Promise<{ status: number; body: string }> => {
      const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(patience)]);
      const answer = await fetch(url, { ...init, signal });
      return { status: answer.status, body: await answer.text() };
    };
    const never = (): Promise<never> => Promise.reject(new Error('not on this phone'));
    const http: Http = {
      request: ({ method, url, headers, body }) => reach(url, { method, headers, body: body ?? null }),
      upload: ({ url, headers, photo }) => {
        const form = new FormData();
        form.append('file', new Blob([new Uint8Array(files.get(photo) ?? [])]), 'photo.jpg');
        return reach(url, { method: 'POST', headers, body: form });
      },
      download: never,
      bytes: never,
    };
    const client = createClient({
      http,
      baseUrl: address,
      token: () => token,
      onSignedOut() {
        if (!alive) return;
        phone.signedOut += 1;
        token = undefined;
        void signIn().then((again) => (token = again));
      },
    });
    const outbox = await createOutbox({
      client,
      storage: {
        load: () => living(Promise.resolve(JSON.parse(stored) as OutboxItem[])),
        save: (items) => {
          if (alive) stored = JSON.stringify(items);
          return living(Promise.resolve());
        },
      },
      newId: () => Promise.resolve(randomUUID()),
      now: Date.now,
      onSent: (_, answer) => {
        if (alive) heard.push((answer as { id: string }).id);
      },
      removeFile: (name) => Promise.resolve(void files.delete(name)),
    });
    return {
      outbox,
      die() {
        alive = false;
        gone.abort();
      },
    };
  }

  let running = await start();
  app = running.outbox;
  const phone: FaultyPhone = {
    outbox: () => app,
    keep(content) {
      const name = `photo/${randomUUID()}`;
      files.set(name, content);
      return name;
    },
    async restart() {
      running.die();
      running = await start();
      app = running.outbox;
    },
    heard,
    signedOut: 0,
  };
  return phone;
}
