import type { LogKey } from '@contract/audit/chain';

/**
 * What officials do about colours, roles and emergencies: signed, hash-chained, append-only.
 * Nothing personal stands in it as such.
 */
export interface LogEntry {
  /** Stable words: `proposal-filed`, `proposal-signed`, `role-granted`, `emergency-opened`, … */
  act: string;
  /** Region code of the place it concerns, if it is one. */
  node?: string;
  /** Nothing personal: numbers, ids of proposals and rules, levels, times. JSON. */
  body: Readonly<Record<string, unknown>>;
  /**
   * What is personal, by name: person ids, names, words about somebody. The chain holds salted hashes of it; text
   * and salt are kept beside it and go when the data goes.
   */
  personal?: Readonly<Record<string, string>>;
  /** With whom the texts and salts of `personal` are deleted: an emergency or an account. */
  deletedWith?: { emergencyId: string } | { personId: string };
}

/** Where an entry stands: its number from 1 and the hash (hex SHA-256) of the chain up to it. */
export interface LogHead {
  seq: number;
  hash: string;
}

export interface AuditLog {
  /**
   * Inside a transaction of the store: there when that commits, and not at all otherwise. It is written when all else in
   * the transaction is done, so that entries take turns for a moment only; until the commit nothing here knows of it.
   */
  append(entry: LogEntry): Promise<void>;
  /** The last committed entry. */
  head(): Promise<LogHead | undefined>;
  /** Whether the chain still has this hash at this place: what a phone asks about a head it once saw. */
  holds(head: LogHead): Promise<boolean>;
  /** Lines of the log (contract/audit/entry) after an entry's number, at most so many; without an end there are none left. */
  lines(after: number, limit: number, options: { withPersonal: boolean }): Promise<string[]>;
  /** Every key that entries may be signed with, the retired and revoked ones too. */
  keys(): Promise<LogKey[]>;
  /** Texts and salts go; hashes stay. */
  forget(whose: { emergencyId: string } | { personId: string }): Promise<void>;
}
