import type { Bilingual } from '../text';
import { type FactSource, factSources } from './fact';

/** One thing a fact holds. What is not `required` may be left out. */
export type FactField = { title: Bilingual; required?: true } & (
  | { type: 'yes-no' }
  /** Up to so many decimals; rules see it without its point, 38.2 as 382, for they reckon in whole numbers. */
  | { type: 'number'; decimals: number; min: number; max: number }
  | { type: 'choice'; options: Readonly<Record<string, Bilingual>> }
  | { type: 'words'; maxLength: number }
  /** A region code. */
  | { type: 'region' }
  /** RFC 3339, UTC; between the fact's beginning and so many days after. */
  | { type: 'instant'; withinDays: number }
);

/** A kind of thing that may be known of a person. What the law asks to be said of it stands with it. */
export interface FactKind {
  kind: string;
  title: Bilingual;
  /** Whether it can only make a colour worse, or only better. */
  direction: 'worsens' | 'helps';
  sources: readonly FactSource[];
  fields: Readonly<Record<string, FactField>>;
  purpose: Bilingual;
  legalBasis: Bilingual;
  /** Where its beginning is the last moment of something, how that day is asked for; elsewhere the first day is. */
  lastDay?: Bilingual;
  /** Days after its beginning; then it is deleted. */
  retentionDays: number;
}

/** The longest anything is kept: a reason that needs more is no reason of these days. */
export const maxRetentionDays = 60;

/** Names that rules see beside a fact's own values. */
const reserved = ['since', 'source', 'levelThen', 'levelNow'];
const name = /^[a-z][a-zA-Z]*$/;
const kindName = /^[a-z]+(-[a-z]+)*$/;

const said = (text: unknown): boolean =>
  typeof text === 'object' &&
  text !== null &&
  ['zh', 'en'].every((language) => {
    const words = (text as Record<string, unknown>)[language];
    return typeof words === 'string' && words.trim() !== '';
  });

/** Whether a kind says all it must: a kind without purpose, legal basis or retention is refused, wherever it comes from. */
export function isComplete(kind: Partial<FactKind>): kind is FactKind {
  const { retentionDays = 0, sources = [], fields } = kind;
  return (
    kindName.test(kind.kind ?? '') &&
    said(kind.title) &&
    said(kind.purpose) &&
    said(kind.legalBasis) &&
    (kind.direction === 'worsens' || kind.direction === 'helps') &&
    Number.isInteger(retentionDays) &&
    retentionDays > 0 &&
    retentionDays <= maxRetentionDays &&
    sources.length > 0 &&
    sources.every((source) => factSources.includes(source)) &&
    fields !== undefined &&
    Object.entries(fields).every(
      ([key, { title }]) => name.test(key) && !reserved.includes(key) && said(title),
    )
  );
}
