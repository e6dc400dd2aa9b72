import { HEADS_ASKED, type PublishedHead } from '@contract/audit/heads';
import type { Client } from './client';
import type { KeyValue } from './storage';

/** A head that the county once published, and when this phone saw it (server time, epoch ms). */
export interface SeenHead extends PublishedHead {
  at: number;
}

/**
 * Remembers where the log of officials' acts stood, and asks whether it still holds that: whoever rewrites it would have
 * to rewrite every phone.
 */
export interface LogWitness {
  /** What the log no longer holds. It stays here: what was found once is not unfound. */
  lost(): readonly SeenHead[];
  subscribe(listener: () => void): () => void;
  /** Asks, once a day at most, and remembers the head of the day. Never rejects: without an answer nothing is said. */
  ask(): Promise<void>;
  forget(): Promise<void>;
}

interface Kept {
  /** Oldest first, at most {@link HEADS_ASKED}: a change of an old entry changes every head after it. */
  seen: readonly SeenHead[];
  lost: readonly SeenHead[];
  askedAt: number;
}

const DAY = 86_400_000;
const key = 'log/heads';
const nothing: Kept = { seen: [], lost: [], askedAt: -Infinity };

/** `now`: server time as last measured, epoch milliseconds. */
export async function createLogWitness(deps: {
  client: Pick<Client, 'call'>;
  storage: KeyValue;
  now: () => number;
}): Promise<LogWitness> {
  const { client, storage, now } = deps;
  const listeners = new Set<() => void>();
  let kept = (await storage.get<Kept>(key)) ?? nothing;
  let round: Promise<void> | undefined;

  const see = (next: Kept): void => {
    kept = next;
    listeners.forEach((listener) => listener());
  };

  async function meet(): Promise<void> {
    const { log } = await client.call('GET /v1/trust-list', {});
    const { seen } = kept;
    const asked = seen.map(({ seq, hash }) => ({ seq, hash }));
    const { heads } =
      asked.length > 0
        ? await client.call('POST /v1/audit-log/heads', { body: { heads: asked } })
        : { heads: [] };
    const isLost = (head: SeenHead): boolean => heads.some((each) => isSame(each, head) && !each.held);
    const held = seen.filter((head) => !isLost(head));
    const isNew = log && !held.some((head) => isSame(head, log));
    const next = {
      seen: (isNew ? [...held, { ...log, at: now() }] : held).slice(-HEADS_ASKED),
      lost: [...kept.lost, ...seen.filter(isLost)],
      askedAt: now(),
    };
    await storage.set(key, next);
    see(next);
  }

  return {
    lost: () => kept.lost,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask() {
      // A clock set back is no reason to wait for years.
      if (Math.abs(now() - kept.askedAt) < DAY) return Promise.resolve();
      round ??= meet()
        .catch(() => undefined)
        .finally(() => (round = undefined));
      return round;
    },
    async forget() {
      await storage.remove(key);
      see(nothing);
    },
  };
}

const isSame = (one: PublishedHead, other: PublishedHead): boolean =>
  one.seq === other.seq && one.hash === other.hash;
