import type { EndpointName, InputOf } from '@contract/api';
import type { ErrorCode } from '@contract/errors';
import type { Bilingual } from '@contract/text';
import { CallFailed, type Client } from './client';
import { oneRunAtATime } from './one-run';

/** Writes that must not be lost: they wait here until the server has them. */
export type OutboxEndpoint = 'POST /v1/service-requests' | 'POST /v1/service-requests/:id/events';
type BodyOf<K extends EndpointName> = InputOf<K> extends { body: infer B } ? B : never;

/** On this phone, and where the server has it. */
interface LocalFile {
  local: string;
  remote?: string;
}

export interface OutboxItem<K extends OutboxEndpoint = OutboxEndpoint> {
  /** Also the Idempotency-Key: however often it is sent, it is done once. */
  id: string;
  endpoint: K;
  params?: { id: string };
  body: BodyOf<K>;
  /** Photos on this phone, in order; sent first, each under a key of its own. */
  photos: LocalFile[];
  /** A voice note, sent as a photo is. */
  voice?: LocalFile;
  /** Shown while it waits: "楼道堆物". */
  label: string;
  createdAt: number;
  state: 'waiting' | 'refused';
  /** Why it could not be sent, and the number to quote. */
  refusal?: { code: ErrorCode; text?: Bilingual | undefined; traceId: string };
}

export interface OutboxStorage {
  load(): Promise<OutboxItem[]>;
  save(items: readonly OutboxItem[]): Promise<void>;
}

export interface Outbox {
  items(): readonly OutboxItem[];
  subscribe(listener: () => void): () => void;
  add<K extends OutboxEndpoint>(
    item: Pick<OutboxItem<K>, 'endpoint' | 'params' | 'body' | 'label'> & {
      photos: readonly string[];
      voice?: string | undefined;
    },
  ): Promise<OutboxItem>;
  /** Sends what waits, in order. Safe to call at any time: one round runs, and another for what came meanwhile. */
  flush(): Promise<void>;
  /** After the person mended or accepted what was refused. */
  retry(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The steps of one request that were made on the same picture of it, one after another, without a network. */
const isNextOf = (item: OutboxItem, sent: OutboxItem): boolean =>
  item.params !== undefined &&
  item.params.id === sent.params?.id &&
  'version' in item.body &&
  'version' in sent.body &&
  item.body.version === sent.body.version;

/** What lies on this phone for it. */
const filesOf = ({ photos, voice }: OutboxItem): string[] =>
  [...photos, ...(voice ? [voice] : [])].map(({ local }) => local);

/** The version of what came of a step. */
const versionIn = (answer: unknown): number | undefined => {
  const version = (answer as { version?: unknown } | undefined)?.version;
  return typeof version === 'number' ? version : undefined;
};

/**
 * Keeps every change on the phone before anything is sent, and takes it out only after the server has it.
 * A refusal that will not pass by itself stays, with its reason, until the person decides.
 */
export async function createOutbox(deps: {
  client: Client;
  storage: OutboxStorage;
  newId: () => Promise<string>;
  now: () => number;
  onSent: (item: OutboxItem, answer: unknown) => void;
  /** Photos and voice notes leave the phone with what they were made for. */
  removeFile: (name: string) => Promise<void>;
}): Promise<Outbox> {
  let items = await deps.storage.load();
  const listeners = new Set<() => void>();

  const change = async (next: OutboxItem[]): Promise<void> => {
    items = next;
    listeners.forEach((listener) => listener());
    await deps.storage.save(items);
  };
  const replace = (item: OutboxItem): Promise<void> =>
    change(items.map((other) => (other.id === item.id ? item : other)));

  /**
   * What is over: the server has it, or the person does not want it. A later step on the same picture knew of this one:
   * it goes on from what came of it, or somebody would be told to have overtaken themselves.
   */
  const drop = async (item: OutboxItem, answer?: unknown): Promise<void> => {
    const version = versionIn(answer);
    await change(
      items
        .filter((other) => other.id !== item.id)
        .map((other) =>
          version !== undefined && isNextOf(other, item)
            ? ({ ...other, body: { ...other.body, version } } as OutboxItem)
            : other,
        ),
    );
    // What was said once to several goes with the last of them.
    const needed = new Set(items.flatMap(filesOf));
    for (const local of filesOf(item)) if (!needed.has(local)) await deps.removeFile(local);
  };

  async function send(item: OutboxItem): Promise<unknown> {
    let current = item;
    for (const [at, photo] of item.photos.entries()) {
      if (photo.remote) continue;
      const stored = await deps.client.upload(photo.local, `${item.id}-${at}`);
      const photos = current.photos.map((other, index) =>
        index === at ? { ...other, remote: stored.id } : other,
      );
      current = { ...current, photos };
      await replace(current);
    }
    if (item.voice && !item.voice.remote) {
      const { id } = await deps.client.upload(item.voice.local, `${item.id}-voice`);
      current = { ...current, voice: { ...item.voice, remote: id } };
      await replace(current);
    }
    const photos = current.photos.flatMap((photo) => photo.remote ?? []);
    const voice = current.voice?.remote;
    const input = {
      ...(item.params ? { params: item.params } : {}),
      body: { ...item.body, ...(photos.length > 0 ? { photos } : {}), ...(voice ? { voice } : {}) },
      idempotencyKey: item.id,
    };
    return deps.client.call(item.endpoint, input as InputOf<OutboxEndpoint>);
  }

  async function flushRound(): Promise<void> {
    for (const { id } of [...items]) {
      const item = items.find((other) => other.id === id);
      if (item?.state !== 'waiting') continue;
      try {
        const answer = await send(item);
        await drop(item, answer);
        deps.onSent(item, answer);
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        // Offline, busy or signed out: the rest would fare no better. It keeps its place in the queue.
        if (error.passing || error.problem?.status === 401) return;
        const latest = items.find((other) => other.id === item.id) ?? item;
        await replace({
          ...latest,
          state: 'refused',
          refusal: {
            code: error.problem?.code ?? 'internal-error',
            ...(error.text ? { text: error.text } : {}),
            traceId: error.problem?.traceId ?? '',
          },
        });
      }
    }
  }

  const flush = oneRunAtATime(flushRound);

  return {
    items: () => items,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(draft) {
      // Generic in the endpoint for the caller's sake; the queue holds any of them.
      const { voice, ...rest } = draft;
      const item = {
        ...rest,
        ...(voice ? { voice: { local: voice } } : {}),
        id: await deps.newId(),
        photos: draft.photos.map((local) => ({ local })),
        createdAt: deps.now(),
        state: 'waiting',
      } as OutboxItem;
      await change([...items, item]);
      return item;
    },
    flush,
    async retry(id) {
      await change(
        items.map((item) => {
          if (item.id !== id) return item;
          const { refusal: _, ...rest } = item;
          return { ...rest, state: 'waiting' };
        }),
      );
      await flush();
    },
    async remove(id) {
      for (const item of items) if (item.id === id) await drop(item);
    },
  };
}
