import { spawn } from 'node:child_process';
import fs, {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../src/backend/adapters/embedded/database';
import { DurableFileSystem } from '../../../src/backend/adapters/embedded/database/durable-file-system';
import { PgBossJobs } from '../../../src/backend/adapters/embedded/jobs';
import type { JobData } from '../../../src/backend/ports/jobs';
import { eventually } from '../../support/eventually';

/** The embedded database on disk: what it survives, and when it refuses. */

let scratch: string;
let made: string;
let count = 0;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'linli-durability-'));
  made = join(scratch, 'made');
  const database = await openDatabase({ dataDir: made });
  await database.executeSql('create table probe (word text)');
  await database.close();
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
afterEach(() => jest.restoreAllMocks());

/** A folder of its own that holds a database, without the seconds that making one takes. */
function copy(name = `copy-${count++}`): string {
  const folder = join(scratch, name);
  cpSync(join(made, 'database'), join(folder, 'database'), { recursive: true });
  return folder;
}

const words = async (dataDir: string) => {
  const database = await openDatabase({ dataDir });
  const { rows } = await database.executeSql('select word from probe');
  await database.close();
  return rows.map((row) => (row as { word: string }).word);
};

const mode = (path: string) => statSync(path).mode & 0o777;

test('is kept between openings, readable by nobody else', async () => {
  const dataDir = copy();
  chmodSync(dataDir, 0o755);
  const database = await openDatabase({ dataDir });
  await database.executeSql(`insert into probe values ('kept')`);
  await database.close();
  expect(await words(dataDir)).toEqual(['kept']);
  expect(mode(dataDir)).toBe(0o700);
  expect(mode(made)).toBe(0o700);
});

test('forces every commit to the disk before it is acknowledged', async () => {
  const syncs = jest.spyOn(fs, 'fsyncSync');
  const database = await openDatabase({ dataDir: copy() });
  syncs.mockClear();
  for (let row = 0; row < 5; row++) await database.executeSql(`insert into probe values ('row')`);
  expect(syncs.mock.calls.length).toBeGreaterThanOrEqual(5);
  await database.close();
});

test('refuses to start when a commit is not forced to the disk', async () => {
  const dataDir = copy();
  // As PGlite is shipped: a file system without fsync.
  jest
    .spyOn(DurableFileSystem.prototype as unknown as { addSync(): void }, 'addSync')
    .mockReturnValue(undefined);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ failure: 'not-durable' });
  jest.restoreAllMocks();
  expect(await words(dataDir)).toEqual([]);
});

test.each([
  ['an empty', ''],
  ['a dead process’s', '4194000\n/pglite/data\n1700000000\n5432\n\n\n'],
])('opens in spite of %s postmaster.pid', async (_, content) => {
  const dataDir = copy();
  writeFileSync(join(dataDir, 'database', 'postmaster.pid'), content);
  expect(await words(dataDir)).toEqual([]);
});

test('a second opening is refused until the first is closed', async () => {
  const dataDir = copy();
  const database = await openDatabase({ dataDir });
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    failure: 'folder-in-use',
    message: `another process is using the data folder ${dataDir}`,
  });
  await database.close();
  expect(await words(dataDir)).toEqual([]);
});

test('of many that open at once over a dead lock, one wins', async () => {
  const dataDir = copy();
  await words(dataDir);
  const openings = await Promise.allSettled(Array.from({ length: 6 }, () => openDatabase({ dataDir })));
  const won = openings.filter((opening) => opening.status === 'fulfilled');
  expect(won).toHaveLength(1);
  for (const opening of openings) {
    if (opening.status === 'rejected') expect(opening.reason).toMatchObject({ failure: 'folder-in-use' });
    else await opening.value.close();
  }
  expect(readdirSync(dataDir).filter((name) => name.startsWith('.lock-candidate'))).toEqual([]);
});

test('a folder whose path is longer than a socket’s address may be', async () => {
  const dataDir = copy(join('long'.repeat(30), 'long'.repeat(30)));
  const database = await openDatabase({ dataDir });
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ failure: 'folder-in-use' });
  await database.close();
  expect(await words(dataDir)).toEqual([]);
});

test('a database whose making was cut off is made anew', async () => {
  const dataDir = join(scratch, 'cut-off');
  cpSync(join(made, 'database'), join(dataDir, 'database'), { recursive: true });
  rmSync(join(dataDir, 'database', 'global'), { recursive: true });
  writeFileSync(join(dataDir, 'database.unfinished'), '');
  const database = await openDatabase({ dataDir });
  await expect(database.executeSql('select * from probe')).rejects.toMatchObject({ code: '42P01' });
  await database.close();
  expect(existsSync(join(dataDir, 'database.unfinished'))).toBe(false);
}, 60_000);

test('a damaged database is refused, not replaced', async () => {
  const dataDir = copy();
  rmSync(join(dataDir, 'database', 'global'), { recursive: true });
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ failure: 'unreadable' });
  expect(existsSync(join(dataDir, 'database', 'base'))).toBe(true);
});

test('a folder that cannot be made is one clear line', async () => {
  const file = join(scratch, 'a-file');
  writeFileSync(file, '');
  const opening = openDatabase({ dataDir: join(file, 'data') });
  await expect(opening).rejects.toMatchObject({ failure: 'folder-unwritable' });
  await expect(opening).rejects.toThrow(/^cannot write to the data folder [^\n]+$/);
});

test('refuses what a newer version has written', async () => {
  const dataDir = copy();
  const database = await openDatabase({ dataDir });
  await database.executeSql(
    `insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099-01-01T00:00:00Z')`,
  );
  await database.close();
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    failure: 'migration',
    message: 'the data was written by a newer version (9999-from-the-future)',
  });
});

test('a killed process gives up its folder; its jobs are done by the next one', async () => {
  const dataDir = copy();
  const args = ['--import', 'tsx', join(__dirname, 'holder.ts'), dataDir];
  const holder = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise((resolve, reject) => {
    holder.once('message', resolve);
    holder.once('exit', () => reject(new Error('the holder ended early')));
  });
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ failure: 'folder-in-use' });
  const gone = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await gone;

  const database = await openDatabase({ dataDir });
  const jobs = new PgBossJobs({ database, clock: { now: () => new Date() }, pollMs: 100 });
  const done: JobData[] = [];
  for (const name of ['waiting', 'under-way'])
    jobs.handle(name, (data) => Promise.resolve(void done.push(data)));
  await jobs.start();
  await eventually(
    () => expect(done.map((data) => data['id']).sort()).toEqual(['under-way', 'waiting']),
    10_000,
  );
  await jobs.stop();
  await database.close();
}, 60_000);
