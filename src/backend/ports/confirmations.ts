import type { CalendarDay } from '@contract/calendar-day';
import type { Result } from '@contract/result';
import type { Person } from './store';

/** Whom a scanned code is to confirm. */
export interface Offer {
  /** Who shows it. */
  personId: string;
  /** The guardian's relation whose child is to be confirmed; null: the person themself. */
  relationId: string | null;
}

/** What becomes of a document that was seen. */
export interface Seen {
  name: string;
  personKey: Uint8Array;
  /** Of a minor; null is kept of everybody else. */
  bornOn: CalendarDay | null;
  /** Who saw it. */
  seenBy: string;
  /** Whether a document may take the place of the one the account was confirmed by before. */
  mayReplace: boolean;
  /** Two officials have agreed to what comes with it. */
  agreed?: true;
}

export type Confirmed =
  | { outcome: 'confirmed'; personId: string }
  /** The person's first account, and the question whether the second is joined into it. */
  | { outcome: 'known-elsewhere'; personId: string; joinId: string };

/**
 * - `code-unknown`: used or over meanwhile
 * - `another-document`: the account was confirmed by another one
 * - `takes-two`: facts wait for this document, or the home lies higher on the map, so that a colour could turn worse:
 *   nothing was done, and the code is still good
 */
export type ConfirmationFailure = 'code-unknown' | 'another-document' | 'takes-two';

/**
 * Whom the community has seen. Each is done whole or not at all; a person key has one account. Facts that waited for the
 * key are the person's at once, and their colour is decided anew.
 */
export interface Confirmations {
  /** A single-use code, good for ten minutes; it is shown once. */
  offer(personId: string, relationId: string | null): Promise<{ code: string; expiresAt: Date }>;
  /** Does not use it up. */
  look(code: string): Promise<Offer | undefined>;
  personOf(personKey: Uint8Array): Promise<Person | undefined>;

  /** @param home where the account has none */
  confirm(
    personId: string,
    seen: Seen,
    by: { code?: string; home?: Person['home'] },
  ): Promise<Result<Confirmed, ConfirmationFailure>>;
  /** Somebody without a phone: a person of their own, whom nobody signs in as yet. */
  admit(seen: Seen, home: NonNullable<Person['home']>): Promise<Result<Confirmed, 'takes-two'>>;
  /** The relation becomes active; where the child is known already, it is to that child. */
  confirmChild(
    relationId: string,
    seen: Seen,
    /** None where two have agreed since it was shown. */
    code: string | undefined,
  ): Promise<Result<{ personId: string }, ConfirmationFailure>>;
}
