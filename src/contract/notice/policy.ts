import type { Bilingual } from '../text';

/** Who is entitled, as far as a phone can tell; what it cannot tell stands in words beside it. */
export interface Entitled {
  words: Bilingual;
  /** First and last day of birth, YYYY-MM-DD, both included. */
  bornFrom?: string;
  bornUntil?: string;
}

/** A policy explained: who is entitled, what to bring, until when, where, and what to file. */
export interface Policy {
  who: Entitled;
  bring: Bilingual;
  /** Last day, YYYY-MM-DD. */
  until?: string;
  hours?: Bilingual;
  where?: Bilingual;
  /** The entry of the catalogue that one tap opens. */
  service?: string;
}

/**
 * Whether somebody may be entitled, by their day of birth alone.
 * `unknown` where that day is not known, or where the policy says it in words only.
 */
export function mayBeEntitled(
  { bornFrom, bornUntil }: Entitled,
  bornOn: string | undefined,
): 'yes' | 'no' | 'unknown' {
  if (bornFrom === undefined && bornUntil === undefined) return 'unknown';
  if (bornOn === undefined) return 'unknown';
  const tooOld = bornFrom !== undefined && bornOn < bornFrom;
  const tooYoung = bornUntil !== undefined && bornOn > bornUntil;
  return tooOld || tooYoung ? 'no' : 'yes';
}

/** First and last day of a month, YYYY-MM. */
const daysOf = (month: string): [string, string] => {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, at, 0)).getUTCDate();
  return [`${month}-01`, `${month}-${last}`];
};

/** The same where only the month of birth is known: `unknown` where it hangs on the day. */
export function mayBeEntitledIn(who: Entitled, bornIn: string | undefined): 'yes' | 'no' | 'unknown' {
  if (bornIn === undefined) return mayBeEntitled(who, undefined);
  const [first, last] = daysOf(bornIn);
  const answer = mayBeEntitled(who, first);
  return answer === mayBeEntitled(who, last) ? answer : 'unknown';
}
