import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { databaseOn, openDatabase } from '../../src/backend/adapters/embedded/database';
import { singleConnection } from '../../src/backend/adapters/embedded/database/connection-pool';
import { startPostgres } from './postgres';
import { makeQueues } from './queues';

const VARIABLE = 'LINLI_TEST_DATABASES';

/** What one run of the tests shares: made once, copied for every test file. */
export interface TestServers {
  /** An embedded database with all tables, all queues and no rows, as a tar file. */
  image: string;
  postgres?: PostgresAddress;
}

export interface PostgresAddress {
  /** A database to give orders from. */
  admin: string;
  /** The name of one with all tables, all queues and no rows. */
  template: string;
}

/** What `startTestServers` made, as seen from a test file's process. */
export function testServers(): TestServers {
  const value = process.env[VARIABLE];
  if (!value) throw new Error('no test databases: run through jest, whose global setup makes them');
  return JSON.parse(value) as TestServers;
}

/** @returns how to take everything down again */
export async function startTestServers(): Promise<() => Promise<void>> {
  const [image, server] = await Promise.all([embeddedImage(), startPostgres()]);
  if (server === undefined) {
    process.env[VARIABLE] = JSON.stringify({ image } satisfies TestServers);
    return () => Promise.resolve();
  }
  const admin = process.env.TEST_DATABASE_URL ?? server.url('postgres');
  const template = await createDatabase(admin);
  const database = await openDatabase({ dataDir: '', databaseUrl: template.url });
  await makeQueues(database);
  await database.close();
  const postgres = { admin, template: template.name };
  process.env[VARIABLE] = JSON.stringify({ image, postgres } satisfies TestServers);
  return async () => {
    await template.drop();
    await server.stop();
  };
}

export interface TestDatabase {
  name: string;
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on the server of `admin`; empty, or a copy of `template`. */
export async function createDatabase(admin: string, template = 'template0'): Promise<TestDatabase> {
  const name = `linli_test_${randomBytes(6).toString('hex')}`;
  await order(admin, `create database ${name} template ${template}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => order(admin, `drop database if exists ${name} with (force)`) };
}

async function order(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Every copy is unpacked file by file: without the databases that nothing is made from, in half the time. */
const makeSmall = [
  "update pg_database set datistemplate = false where datname like 'template%'",
  'drop database template0',
  'drop database template1',
  'checkpoint',
];

/** Making one takes seconds, so it is kept until a migration, PGlite or what makes the queues changes. */
async function embeddedImage(): Promise<string> {
  const folder = join(__dirname, '../../node_modules/.cache/linli');
  const image = join(folder, `pglite-${fingerprint()}.tar`);
  if (existsSync(image)) return image;
  const lite = await PGlite.create({
    initDbStartParams: ['--wal-segsize=1'],
    // What it has written beforehand for later is unpacked as well.
    startParams: [...PGlite.defaultStartParams, '-c', 'min_wal_size=2MB', '-c', 'max_wal_size=2MB'],
  });
  const database = await databaseOn({
    kind: 'pglite',
    pool: await singleConnection(lite, 60_000),
    // Nobody else is there to hear of.
    listen: () => Promise.resolve(() => Promise.resolve()),
    close: () => lite.close(),
  });
  await makeQueues(database);
  for (const statement of makeSmall) await lite.exec(statement);
  const dump = Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer());
  await database.close();
  mkdirSync(folder, { recursive: true });
  // Another run may be making the same one.
  const unfinished = `${image}.${process.pid}`;
  writeFileSync(unfinished, dump);
  renameSync(unfinished, image);
  return image;
}

function fingerprint(): string {
  const root = join(__dirname, '../..');
  const migrations = join(root, 'src/backend/adapters/embedded/database/migrations');
  const hash = createHash('sha256').update(readFileSync(__filename));
  for (const file of [
    'node_modules/@electric-sql/pglite/package.json',
    'node_modules/pg-boss/package.json',
    'src/backend/adapters/embedded/jobs/index.ts',
    'test/support/queues.ts',
  ])
    hash.update(readFileSync(join(root, file)));
  for (const file of readdirSync(migrations).sort())
    hash.update(file).update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 16);
}
