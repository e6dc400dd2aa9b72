import type { PostgresPool } from 'kysely';

/** What a PostgreSQL of either kind offers; everything above it is the same for both. */
export interface Driver {
  readonly kind: 'pglite' | 'postgres';
  readonly pool: PostgresPool;
  /**
   * Calls `heard` with the payload of each notification on `channel`, and `missed` when some may have been lost.
   * @returns how to stop listening
   */
  listen(channel: string, heard: (payload: string) => void, missed: () => void): Promise<() => Promise<void>>;
  /** Ends everything but the pool, after the pool has ended. */
  close(): Promise<void>;
}
