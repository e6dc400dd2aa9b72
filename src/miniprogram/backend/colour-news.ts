import type { ColourChange } from '@contract/api';
import { useEffect, useSyncExternalStore } from 'react';
import { usePhone } from './phone-context';
import { useRead } from './queries';
import type { KeyValue } from './storage';
import { useSignedIn } from './use-session';

interface Kept {
  /** What changed by then, RFC 3339 by the server's clock, is no news here. */
  from: string;
  /** Up to when somebody has looked since, by person. */
  looked: Readonly<Record<string, string>>;
}

/** Which changes of colour somebody has looked at on this phone. */
export interface ColourNews {
  /** Undefined before this phone has asked once. */
  kept(): Kept | undefined;
  begin(from: string): void;
  look(change: ColourChange): void;
  /** As a phone that has asked nothing yet. */
  forget(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

const key = 'colour/looked';
const longAgo = new Date(0).toISOString();
const isNews = ({ personId, at }: ColourChange, { from, looked }: Kept): boolean =>
  at > (looked[personId] ?? from);

export async function createColourNews(storage: KeyValue): Promise<ColourNews> {
  const listeners = new Set<() => void>();
  let kept = await storage.get<Kept>(key);
  const keep = (next: Kept): void => {
    kept = next;
    listeners.forEach((listener) => listener());
    void storage.set(key, next);
  };
  return {
    kept: () => kept,
    begin: (from) => keep({ from, looked: {} }),
    look(change) {
      if (kept && isNews(change, kept))
        keep({ ...kept, looked: { ...kept.looked, [change.personId]: change.at } });
    },
    forget() {
      kept = undefined;
      listeners.forEach((listener) => listener());
      return storage.remove(key);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Of changes those that nobody has looked at, in their order. What was before a phone's first visit is no news. */
export const newsAmong = (
  changes: readonly ColourChange[],
  kept: Kept | undefined,
): readonly ColourChange[] => (kept ? changes.filter((change) => isNews(change, kept)) : []);

/** Changes that nobody has looked at here, newest first. */
export function useColourNews(): readonly ColourChange[] {
  const { colourNews } = usePhone();
  const kept = useSyncExternalStore(colourNews.subscribe, colourNews.kept);
  const { data } = useRead(
    'GET /v1/colour-changes',
    { query: kept ? { after: kept.from } : {} },
    { enabled: useSignedIn() },
  );
  useEffect(() => {
    if (data && !kept) colourNews.begin(data[0]?.at ?? longAgo);
  }, [colourNews, data, kept]);
  return newsAmong(data ?? [], kept);
}

/** To be called where the reason of somebody's colour is read: their changes are no news any more. */
export function useLookedAt(personId: string, read: boolean): void {
  const { colourNews } = usePhone();
  const news = useColourNews().filter((change) => change.personId === personId);
  useEffect(() => {
    if (read) news.forEach(colourNews.look);
  });
}
