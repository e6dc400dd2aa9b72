import type { Answers } from '@contract/service-request/category';
import { useEffect, useState } from 'react';
import type { LocalVoice } from '../../../platform/recorder';
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
  voice?: LocalVoice | undefined;
  place?: DraftPlace;
  note: string;
  keptAt?: number;
}

const empty: Draft = { answers: {}, words: '', photos: [], note: '' };
const keyOf = (category: string): string => `draft/${category}`;

export const forgetDraft = (category: string): Promise<void> => storage.remove(keyOf(category));

type Change = Partial<Draft> | ((before: Draft) => Partial<Draft>);

/** The draft of a category; undefined until the phone has read it. */
export function useDraft(category: string): { draft: Draft | undefined; change(part: Change): void } {
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    void storage.get<Draft>(keyOf(category)).then((kept) => setDraft(kept ?? empty));
  }, [category]);
  const change = (part: Change): void =>
    setDraft((before = empty) => {
      const next = { ...before, ...(typeof part === 'function' ? part(before) : part), keptAt: Date.now() };
      void storage.set(keyOf(category), next);
      return next;
    });
  return { draft, change };
}
