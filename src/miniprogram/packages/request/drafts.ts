import type { BehalfKind } from '@contract/service-request/behalf';
import type { Answers } from '@contract/service-request/category';
import type { KeyValue } from '../../backend/storage';
import type { LocalVoice } from '../../platform/recorder';

/** Where it is, as chosen on the phone. */
export interface DraftPlace {
  text: string;
  grid: string;
  gridName: string;
  addressId?: string;
  point?: { lng: number; lat: number };
}

/** Nobody of these: myself. */
export interface ForWhom {
  /** Family that lets me file, and how I call them. */
  personId?: string;
  who?: string;
  behalf?: BehalfKind;
  /** How somebody without an account is addressed. */
  called?: string;
}

/** What is not sent yet. Kept at every change, so that nothing written, photographed or spoken is lost. */
export interface Draft {
  answers: Answers;
  words: string;
  photos: string[];
  voice?: LocalVoice | undefined;
  place?: DraftPlace | undefined;
  note: string;
  forWhom?: ForWhom;
  anonymous?: boolean;
  /** To be called on, this once. */
  callback?: string;
  keptAt?: number;
}

export interface KeptDraft {
  id: string;
  category: string;
  draft: Draft;
}

export const emptyDraft: Draft = { answers: {}, words: '', photos: [], note: '' };

const prefix = 'draft/';
/** Between the category and the moment it was begun; no code of a category has it. */
const between = '~';

export const keyOf = (id: string): string => prefix + id;
export const newDraftId = (category: string, now: number): string => category + between + now.toString(36);
const categoryOf = (id: string): string => id.split(between)[0] ?? id;

/** Every draft on this phone, the one written last first. */
export async function listDrafts(storage: Pick<KeyValue, 'keys' | 'get'>): Promise<KeptDraft[]> {
  const ids = (await storage.keys()).flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  );
  const kept = await Promise.all(
    ids.map(async (id): Promise<KeptDraft[]> => {
      const draft = await storage.get<Draft>(keyOf(id));
      return draft ? [{ id, category: categoryOf(id), draft }] : [];
    }),
  );
  return kept.flat().sort((a, b) => (b.draft.keptAt ?? 0) - (a.draft.keptAt ?? 0));
}

/** Which draft a form opens: the one asked for, else the last of its category, else a new one. */
export async function draftFor(
  storage: Pick<KeyValue, 'keys' | 'get'>,
  category: string,
  asked: string | undefined,
  now: number,
): Promise<{ id: string; draft: Draft }> {
  const drafts = await listDrafts(storage);
  const found = drafts.find((kept) => (asked ? kept.id === asked : kept.category === category));
  return found ?? { id: asked ?? newDraftId(category, now), draft: emptyDraft };
}

/** Photos and voice note of a draft, by their names on this phone. */
export const filesOf = ({ photos, voice }: Draft): string[] => [...photos, ...(voice ? [voice.file] : [])];
