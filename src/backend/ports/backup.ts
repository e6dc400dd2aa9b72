import type { Result } from '@contract/result';

export interface BackedUp {
  rows: number;
  files: number;
}

export interface Restored extends BackedUp {
  /** Rows of an emergency whose key is not here: destroyed when it ended, or left behind with another machine. */
  unreadable: number;
  /** Deletions made since the backup, done again. */
  deletedAgain: number;
}

/** Why nothing was put in. */
export const restoreFailures = {
  'not-empty': 'this deployment holds people already: restore into an empty one',
  'another-key': 'the backup was written with another key: put that county’s key where BACKUP_KEY says',
  'not-encrypted':
    'the backup is of an earlier version, without encryption, and is not taken: write a new one',
  unreadable: 'this is no backup of ours, or it was changed or cut short',
} as const;
export type RestoreFailure = keyof typeof restoreFailures;

/** Everything a deployment holds, in one file, encrypted with the county's key; keys are never in it. */
export interface Backup {
  write(path: string): Promise<BackedUp>;
  read(path: string): Promise<Result<Restored, RestoreFailure>>;
}
