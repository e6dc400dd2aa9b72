/**
 * Why a database cannot be opened:
 * - `folder-in-use`: another process holds the folder
 * - `folder-unwritable`: the folder cannot be made or written
 * - `not-durable`: a committed write did not reach the disk, so nothing acknowledged would be safe
 * - `unreadable`: the embedded database does not start on what lies in the folder
 * - `unreachable`: no PostgreSQL answers at the address, or it refuses us
 * - `migration`: a migration failed, or the data was written by a newer version
 */
export type DatabaseFailure =
  | 'folder-in-use'
  | 'folder-unwritable'
  | 'not-durable'
  | 'unreadable'
  | 'unreachable'
  | 'migration';

/** One line for the person who started the process; the cause is kept for logs. */
export class DatabaseError extends Error {
  constructor(
    readonly failure: DatabaseFailure,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'DatabaseError';
  }
}

/** The code of a system or PostgreSQL error (`EACCES`, `23505`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
