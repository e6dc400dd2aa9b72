import type { PostgresPool } from 'kysely';
import { messageOf } from './errors';
import type { Log } from './log';

const LOOK_EVERY_MS = 60_000;
const LOG_BYTES = 64 * 1024 * 1024;
const VACUUM_EVERY_MS = 24 * 60 * 60 * 1000;

/**
 * A PostgreSQL server has processes that write checkpoints and vacuum; the embedded one has nobody. Left
 * alone, its log grows until the disk is full, and reading it after a kill takes ever longer.
 * @returns how to stop, waiting for what is under way
 */
export function keepTidy(pool: PostgresPool, log: Log): () => Promise<void> {
  let vacuumedAt = Date.now();
  let running: Promise<void> = Promise.resolve();

  const look = async () => {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<{ bytes: string }>(
        'select pg_current_wal_insert_lsn() - redo_lsn as bytes from pg_control_checkpoint()',
        [],
      );
      if (Number(rows[0]?.bytes) > LOG_BYTES) await client.query('checkpoint', []);
      if (Date.now() - vacuumedAt > VACUUM_EVERY_MS) {
        vacuumedAt = Date.now();
        await client.query('vacuum (analyze)', []);
      }
    } finally {
      client.release();
    }
  };
  const timer = setInterval(() => {
    running = look().catch((error: unknown) =>
      log.warn({ reason: messageOf(error) }, 'database upkeep failed'),
    );
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
