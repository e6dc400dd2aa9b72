import { useSyncExternalStore } from 'react';
import { CallFailed, type Client } from './client';
import { oneRunAtATime } from './one-run';
import { usePhone } from './phone-context';
import type { KeyValue } from './storage';

/** That a notice was opened, or that somebody knows of it: said here at once, at the server when there is a network. */
export interface NoticeAct {
  /** Of the notice. */
  id: string;
  /** Who knows; absent where it was opened. */
  personId?: string;
}

const key = 'notice-acts';

const same = (a: NoticeAct, b: NoticeAct): boolean => a.id === b.id && a.personId === b.personId;

export interface NoticeActs {
  all(): readonly NoticeAct[];
  subscribe(listener: () => void): () => void;
  /** Kept first, then sent. Twice the same is one. */
  add(act: NoticeAct): Promise<void>;
  /** Sends what waits. Safe to call at any time: one round runs, and another for what came meanwhile. */
  flush(): Promise<void>;
  /** Of somebody who is no longer signed in here. */
  clear(): void;
}

/** What one did with notices waits here until the server has it; it may be said twice, so it needs no key of its own. */
export async function createNoticeActs(deps: {
  client: Client;
  storage: KeyValue;
  onSent: () => Promise<unknown>;
}): Promise<NoticeActs> {
  let acts: readonly NoticeAct[] = (await deps.storage.get<NoticeAct[]>(key)) ?? [];
  const listeners = new Set<() => void>();

  const change = async (next: readonly NoticeAct[]): Promise<void> => {
    acts = next;
    listeners.forEach((listener) => listener());
    await deps.storage.set(key, next);
  };
  const send = ({ id, personId }: NoticeAct): Promise<unknown> =>
    personId === undefined
      ? deps.client.call('PUT /v1/notices/:id/read', { params: { id } })
      : deps.client.call('PUT /v1/notices/:id/acknowledgements/:personId', { params: { id, personId } });

  async function flushRound(): Promise<void> {
    const done: NoticeAct[] = [];
    const next = () => acts.find((act) => !done.includes(act));
    for (let act = next(); act; act = next())
      try {
        await send(act);
        done.push(act);
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        // The rest would fare no better.
        if (error.passing || error.problem?.status === 401) break;
        // Gone or cancelled meanwhile: nobody waits for it any more.
        done.push(act);
      }
    if (done.length === 0) return;
    // What it changed is read before it is forgotten here, or the dot would come back for a moment.
    await deps.onSent();
    await change(acts.filter((act) => !done.some((sent) => same(sent, act))));
  }

  const flush = oneRunAtATime(flushRound);

  return {
    all: () => acts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(act) {
      if (acts.some((other) => same(other, act))) return;
      await change([...acts, act]);
      await flush();
    },
    flush,
    clear() {
      acts = [];
      listeners.forEach((listener) => listener());
    },
  };
}

export function useNoticeActs(): readonly NoticeAct[] {
  const { noticeActs } = usePhone();
  return useSyncExternalStore(noticeActs.subscribe, noticeActs.all);
}
