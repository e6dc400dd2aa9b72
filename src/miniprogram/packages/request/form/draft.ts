import type { Answers } from '@contract/service-request/category';
import { useEffect, useState } from 'react';
import { storage } from '../../../platform/storage';

/** Where it is, as chosen on the phone. */
export interface DraftPlace {
  text: string;
  grid: string;
  gridName: string;
  addressId?: string;
  point?: { lng: number; lat: number };
}

/** One draft per category; kept at every change, so that nothing written is lost. */
export interface Draft {
  answers: Answers;
  words: string;
  photos: string[];
  place?: DraftPlace;
  note: string;
  keptAt?: number;
}

const empty: Draft = { answers: {}, words: '', photos: [], note: '' };
const keyOf = (category: string): string => `draft/${category}`;

export const forgetDraft = (category: string): Promise<void> => storage.remove(keyOf(category));

/** The draft of a category; undefined until the phone has read it. */
export function useDraft(category: string): { draft: Draft | undefined; change(part: Partial<Draft>): void } {
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    void storage.get<Draft>(keyOf(category)).then((kept) => setDraft(kept ?? empty));
  }, [category]);
  const change = (part: Partial<Draft>): void =>
    setDraft((before) => {
      const next = { ...(before ?? empty), ...part, keptAt: Date.now() };
      void storage.set(keyOf(category), next);
      return next;
    });
  return { draft, change };
}
