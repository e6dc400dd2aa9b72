import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { databaseOn, openDatabase, type Database } from '../../src/backend/adapters/embedded/database';
import { openPGliteInMemory, type PGliteParts } from '../../src/backend/adapters/embedded/database/pglite';
import { createDatabase, testServers, type PostgresAddress, type TestDatabase } from './database-servers';

/** Opens an empty database of its own with all tables and queues, in about 0.3 s; it is closed and gone after the suite. */
export type OpenTestDatabase = () => Promise<Database>;

/** The same tests on the embedded database and on PostgreSQL, which is skipped by reason where there is none. */
export function describeOnEachDatabase(name: string, tests: (open: OpenTestDatabase) => void): void {
  describe(`${name} [PGlite]`, () => tests(opener(openEmbedded)));
  const { postgres } = testServers();
  if (postgres === undefined) {
    describe.skip(`${name} [PostgreSQL] (skipped: no PostgreSQL here)`, () => tests(opener(openEmbedded)));
  } else {
    describe(`${name} [PostgreSQL]`, () => tests(opener(() => openOnServer(postgres))));
  }
}

interface Opened {
  database: Database;
  remove(): Promise<void>;
}

/** A PostgreSQL database by address, all tables and queues, no rows, for several processes; undefined where there is none. */
export async function postgresDatabase(): Promise<TestDatabase | undefined> {
  const { postgres } = testServers();
  return postgres && createDatabase(postgres.admin, postgres.template);
}

function opener(open: () => Promise<Opened>): OpenTestDatabase {
  const opened: Opened[] = [];
  afterAll(async () => {
    for (const each of opened) {
      await each.database.close();
      await each.remove();
    }
  });
  return async () => {
    const one = await open();
    opened.push(one);
    return one.database;
  };
}

let parts: Promise<PGliteParts> | undefined;

/** Read and compiled once in a process, which is most of what it takes to open one. */
async function readParts(): Promise<PGliteParts> {
  const folder = dirname(require.resolve('@electric-sql/pglite'));
  const compiled = async (file: string) => WebAssembly.compile(await readFile(join(folder, file)));
  const [pgliteWasmModule, initdbWasmModule, files, image] = await Promise.all([
    compiled('pglite.wasm'),
    compiled('initdb.wasm'),
    readFile(join(folder, 'pglite.data')),
    readFile(testServers().image),
  ]);
  return {
    pgliteWasmModule,
    initdbWasmModule,
    fsBundle: new Blob([files]),
    loadDataDir: new Blob([image]),
  };
}

async function openEmbedded(): Promise<Opened> {
  const driver = await openPGliteInMemory(await (parts ??= readParts()));
  return { database: await databaseOn(driver), remove: () => Promise.resolve() };
}

async function openOnServer(postgres: PostgresAddress): Promise<Opened> {
  const { url, drop } = await createDatabase(postgres.admin, postgres.template);
  return { database: await openDatabase({ dataDir: '', databaseUrl: url }), remove: drop };
}
