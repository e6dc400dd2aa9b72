import type { Role } from '@contract/role';

/** By what right somebody looks: a role they hold, or as family of whom it is about. */
export type ReadingRole = Role | 'family';

export interface Reading {
  /** Whose record. */
  subjectId: string;
  readerId: string;
  role: ReadingRole;
  /** A table of the registry of personal data. */
  what: string;
}

/** Every look of a person at another's record, by role: people see which role looked when. Verifying a code reads none. */
export interface ReadingLog {
  /** What one sees of oneself is no look, and is left out. */
  note(...readings: readonly Reading[]): Promise<void>;
  /** Newest first. */
  of(subjectId: string): Promise<{ role: ReadingRole; what: string; at: Date }[]>;
}
