import type { Result } from '@contract/result';

export interface BackedUp {
  rows: number;
  files: number;
}

/**
 * Everything a deployment holds, in one file, but the signing key.
 * - `not-empty`: this deployment holds people already
 * - `unreadable`: no backup of ours, or cut short; nothing was put in
 */
export interface Backup {
  write(path: string): Promise<BackedUp>;
  read(path: string): Promise<Result<BackedUp, 'not-empty' | 'unreadable'>>;
}
