import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { singleConnection } from './connection-pool';
import { takeDataFolder } from './data-folder';
import { DurableFileSystem } from './durable-file-system';
import type { Driver } from './driver';
import { DatabaseError, messageOf } from './errors';
import type { Log } from './log';
import { keepTidy } from './pglite-upkeep';

/** A call that waits this long for the one connection is better told so. */
const PATIENCE_MS = 15_000;

/**
 * Opens the database embedded in this process, on disk, safe against kills and power cuts.
 * @throws DatabaseError `folder-in-use`, `folder-unwritable`, `unreadable` or `not-durable`
 */
export async function openPGlite(dataDir: string, log: Log): Promise<Driver> {
  const folder = await takeDataFolder(dataDir);
  let lite: PGlite | undefined;
  try {
    const files = new DurableFileSystem(folder.database);
    lite = await start({
      fs: files,
      // As shipped it runs with `-F`, which leaves every sync out. Of the ways to sync its log, only plain
      // fsync has an equivalent in Node's file system.
      startParams: [
        ...PGlite.defaultStartParams.filter((each) => each !== '-F'),
        '-c',
        'wal_sync_method=fsync',
      ],
    });
    await proveDurable(lite, files);
    await folder.complete();
    const driver = await driverOf(lite);
    const stopUpkeep = keepTidy(driver.pool, log);
    return {
      ...driver,
      close: async () => {
        await stopUpkeep();
        await driver.close();
        await folder.release();
      },
    };
  } catch (error) {
    await lite?.close().catch(() => undefined);
    await folder.release();
    throw error;
  }
}

/** What every database in memory is made of: read and compiled once by whoever opens many. */
export type PGliteParts = Pick<
  PGliteOptions,
  'pgliteWasmModule' | 'initdbWasmModule' | 'fsBundle' | 'loadDataDir'
>;

/** A small database in memory, gone when closed: for tests. `loadDataDir` is what `PGlite.dumpDataDir` returned. */
export async function openPGliteInMemory(parts: PGliteParts = {}): Promise<Driver> {
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
  return driverOf(await start({ startParams, ...parts }));
}

async function start(options: PGliteOptions): Promise<PGlite> {
  const lastWords: string[] = [];
  const hear = (line: string) => {
    lastWords.splice(0, Math.max(0, lastWords.length - 2));
    return lastWords.push(line) > 0;
  };
  const lite = new PGlite({ ...options, onStderr: hear });
  try {
    await lite.waitReady;
    return lite;
  } catch (error) {
    const reason = [messageOf(error), ...lastWords].join('; ');
    throw new DatabaseError('unreadable', `the embedded database does not start: ${reason}`, error);
  }
}

/** Commits one row and looks whether that reached the disk. It has a schema of its own, away from the tables. */
async function proveDurable(lite: PGlite, files: DurableFileSystem): Promise<void> {
  await lite.exec(`
    create schema if not exists durability;
    create table if not exists durability.proof (id integer primary key, at timestamptz not null);`);
  const before = files.syncs;
  await lite.exec(`
    insert into durability.proof values (1, now()) on conflict (id) do update set at = excluded.at;`);
  if (files.syncs === before) {
    throw new DatabaseError('not-durable', 'the embedded database does not force its writes to the disk');
  }
}

async function driverOf(lite: PGlite): Promise<Driver> {
  const pool = await singleConnection(lite, PATIENCE_MS);
  const onConnection = async (sql: string) => {
    const client = await pool.connect();
    try {
      await client.query(sql, []);
    } finally {
      client.release();
    }
  };
  const listeners = new Map<string, Set<(payload: string) => void>>();
  lite.onNotification((channel, payload) => listeners.get(channel)?.forEach((heard) => heard(payload)));
  return {
    kind: 'pglite',
    pool,
    // Not `lite.listen`: it would speak on the connection without waiting for its turn.
    listen: async (channel, heard) => {
      const those = listeners.get(channel) ?? new Set();
      listeners.set(channel, those.add(heard));
      await onConnection(`listen ${channel}`);
      return () => {
        those.delete(heard);
        return Promise.resolve();
      };
    },
    close: () => lite.close(),
  };
}
