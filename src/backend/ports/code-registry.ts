import type { Colour } from '@contract/health-code/colour';
import type { Result } from '@contract/result';

/** One spell of one colour under one key: the place it has in a status list. */
export interface StatusSpell {
  list: number;
  index: number;
}

/** Where a key lives: whose code it shows, and on whose phone (a helper's or guardian's bears another's code). */
export interface KeyPlace {
  personId: string;
  bearerId: string;
  /** The session of the phone: what ends with it when the phone is lost. */
  sessionId: string;
  holderKey: Uint8Array;
}

export interface Paper {
  id: string;
  personId: string;
  issuedAt: Date;
  expiresAt: Date;
}

/** IETF Token Status List, 2 bits: 0 as issued, 1 revoked, 2 lowered to yellow, 3 lowered to red since issue. */
export type StatusBits = 0 | 1 | 2 | 3;

/** What is known of issued codes: the index a key's spell has, what an index says now, and who bears whose code. */
export interface CodeRegistry {
  /**
   * The spell of a key: the same while key and colour stay, a new random one otherwise.
   * Remembers until when the credential runs, so that the index is not reused before.
   * - `session-ended`: the phone was signed out or told lost while it asked
   * - `colour-changed`: it was decided anew meanwhile
   */
  spellFor(
    key: KeyPlace,
    colour: Colour,
    expiresAt: Date,
  ): Promise<Result<StatusSpell, 'session-ended' | 'colour-changed'>>;
  /** A print has a spell of its own. */
  paperSpell(
    personId: string,
    colour: Colour,
    issuedAt: Date,
    expiresAt: Date,
  ): Promise<Result<StatusSpell & { id: string }, 'colour-changed'>>;
  paper(id: string): Promise<Paper | undefined>;
  /** Those that still count, newest first. */
  papersOf(personId: string): Promise<Paper[]>;
  revokePaper(id: string): Promise<void>;

  statusOf(spell: StatusSpell): Promise<StatusBits | undefined>;
  /** Every list there is, as its entries: what the published form is made of. */
  lists(): Promise<readonly { list: number; set: readonly { index: number; status: StatusBits }[] }[]>;
  /**
   * Inside a transaction: until it ends these people get no new spell, and whoever asked for one of the colour
   * before is told so.
   */
  holdCodes(personIds: readonly string[]): Promise<void>;
  /** A graver colour is told to verifiers who hold an older credential. */
  lower(personIds: readonly string[], to: Exclude<Colour, 'green'>): Promise<void>;

  /**
   * Keys whose possession this phone first proved within a week, that still have a credential: what the periodic
   * update renews. Older ones the app itself replaces.
   */
  provedKeys(sessionId: string): Promise<(KeyPlace & { colour: Colour })[]>;
  /** Whose codes a phone bears now. */
  borneBy(sessionId: string): Promise<string[]>;
  /** How many phones of a bearer show a person's code now. */
  phonesOf(personId: string, bearerId: string): Promise<number>;
  /** Everything a phone bears is revoked. Called with or after the end of its session, nothing is missed. */
  revokePhone(sessionId: string): Promise<void>;
  /** What a bearer's phones show of a person is revoked. */
  revokeBorne(personId: string, bearerId: string): Promise<void>;
}
