import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import type { Driver } from './driver';
import { silentLog, type Log } from './log';
import { migrate } from './migrate';
import { openPGlite } from './pglite';
import { openPostgres } from './postgresql';
import type { Schema } from './schema';
import { unitOf, type Unit } from './unit';

export { DatabaseError, type DatabaseFailure } from './errors';
export type { Log } from './log';
export type { Schema } from './schema';
export type { Unit } from './unit';

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly kysely: Kysely<Schema>;
  /** What adapters use: inside `unit.together` all of them write in one transaction. */
  readonly unit: Unit;
  /**
   * Hears the notifications of every process on this database.
   * @param missed called when some may have been lost (a broken connection): read afresh
   * @returns how to stop listening
   */
  listen(channel: string, heard: (id: string) => void, missed?: () => void): Promise<() => Promise<void>>;
  /** Tells every listener an id, when the transaction it is called in commits. An id only: 8,000 bytes fail. */
  notify(channel: string, id: string): Promise<void>;
  /** Plain SQL on the current transaction, if any. Several statements at once when there are no values. */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  /** Waits for what is under way. Calls after it fail. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Where the embedded database lies; used when there is no `databaseUrl`. Held by one process at a time. */
  dataDir: string;
  /** A PostgreSQL server to use instead. */
  databaseUrl?: string | undefined;
  log?: Log;
}

/**
 * Opens the database with its tables up to date.
 * @throws DatabaseError naming what is wrong in one line
 */
export async function openDatabase({
  dataDir,
  databaseUrl,
  log = silentLog,
}: OpenOptions): Promise<Database> {
  const driver = databaseUrl ? await openPostgres(databaseUrl, log) : await openPGlite(dataDir, log);
  return databaseOn(driver);
}

/** The database over a driver, with its tables brought up to date. Closes the driver if that fails. */
export async function databaseOn(driver: Driver): Promise<Database> {
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: driver.pool }) });
  const unit = unitOf(kysely);
  const close = async () => {
    await kysely.destroy();
    await driver.close();
  };
  try {
    await migrate(kysely);
  } catch (error) {
    await close();
    throw error;
  }
  const executeSql = (text: string, values: readonly unknown[] = []) =>
    unit.db.executeQuery(CompiledQuery.raw(text, [...values]));
  return {
    kind: driver.kind,
    kysely,
    unit,
    listen: (channel, heard, missed = () => undefined) => driver.listen(named(channel), heard, missed),
    notify: async (channel, id) => {
      await executeSql('select pg_notify($1, $2)', [named(channel), id]);
    },
    executeSql,
    close,
  };
}

/** `listen` takes no parameter, so a channel is a plain identifier. */
function named(channel: string): string {
  if (!/^[a-z][a-z_]{0,39}$/.test(channel)) throw new RangeError(`not a channel name: ${channel}`);
  return channel;
}
