/**
 * Something that was deleted, by id, so that a backup made before does not bring it back.
 * - rows of a table, each by the columns that name it
 * - an account: whoever closes accounts does it again
 * - all that an emergency brought: its key is gone too
 */
export type Deletion =
  | { table: string; rows: readonly Readonly<Record<string, unknown>>[] }
  | { account: string }
  | {
      emergency: string;
      endedAt: string;
      deletedAt: string;
      counts: Readonly<Record<string, number>>;
    };

/** Ids of what was deleted, append-only, kept beside the backups. Nothing but ids, counts and times. */
export interface DeletionJournal {
  /** On the disk before it returns. Called before the deletion is committed: rather noted twice than not at all. */
  note(deletions: readonly Deletion[]): void;
  /** In the order they were noted; what two copies of the journal share comes once. */
  since(at: Date, beside?: string): (Deletion & { at: string })[];
  /** From now on a copy is kept in this folder too: backups lie there. */
  keepBeside(folder: string): void;
}
