import type { Bilingual } from '../text';

/** Who says so. A city platform's facts count as signed by the city; a resident's own declaration counts at once. */
export const factSources = ['declaration', 'official', 'file', 'city'] as const;
export type FactSource = (typeof factSources)[number];

/** What is known of a person, as rules see it. Kinds are those of the registry in `fact-kinds.ts`. */
export interface Fact {
  id: string;
  kind: string;
  /** What it holds, by the kind's own fields: numbers, yes or no, words of a list, region codes. */
  values: Readonly<Record<string, string | number | boolean>>;
  source: FactSource;
  /** Who or what it comes from, in words a resident understands: "你自己填的", "滨江区疾控中心". */
  from: Bilingual;
  /** When it began: the first day of a fever, the moment of a contact. RFC 3339, UTC. */
  since: string;
  /** After that it is deleted. RFC 3339, UTC. */
  expiresAt: string;
}
