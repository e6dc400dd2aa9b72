import { statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createApp } from '../../src/backend/app';
import { type Database, openDatabase } from '../../src/backend/adapters/embedded/database';
import { PgBossJobs } from '../../src/backend/adapters/embedded/jobs';
import { readSettings } from '../../src/backend/settings';
import { clockAhead } from '../support/moved-clock';
import { addWorld, personaOf, westAddress } from '../support/world';
import type { Answer, Order, StoredRow } from './writer-process';

const JOB = 'fault';
/** A job is given up on its process after five minutes, looked for each minute. */
const REDELIVERED_SECONDS = 7 * 60;
const boundary = 'linli-faults';

/** Two halves of one transaction, so that half of it would show; and which jobs were done. */
const tables = `
  create table if not exists fault_row (id text, half integer, primary key (id, half));
  create table if not exists fault_done (id text primary key)`;

/**
 * The real server in a process that is made to be killed. What it is told to write is a request with a photo, filed
 * through its routes under a key as a phone does, and a row with a job in one transaction.
 */
async function main(): Promise<void> {
  const [dataDir = '', databaseUrl] = process.argv.slice(2);
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, [], dataDir);
  const database = await openDatabase({ dataDir, databaseUrl });
  const clock = clockAhead();
  const { server, close } = await createApp(settings, { database, clock });
  for (const statement of tables.split(';')) await database.executeSql(statement);
  const jobs = new PgBossJobs({ database, clock, pollMs: 500 });
  jobs.handle(JOB, async ({ id }) => {
    await database.executeSql('insert into fault_done values ($1) on conflict do nothing', [id]);
  });
  await jobs.start();
  const headers = await signIn();
  const photo = await sharp({ create: { width: 16, height: 12, channels: 3, background: '#899' } })
    .jpeg()
    .toBuffer();

  async function signIn(): Promise<Record<string, string>> {
    const [known] = (await database.executeSql('select 1 from identity where provider = $1', ['demo'])).rows;
    if (!known) await addWorld(database);
    const payload = { provider: 'demo', code: personaOf('resident') };
    const session = await server.inject({ method: 'POST', url: '/v1/sessions', payload });
    return { authorization: `Bearer ${session.json<{ token: string }>().token}` };
  }

  async function post(url: string, key: string, payload: object, type?: string): Promise<{ id: string }> {
    const more = { 'idempotency-key': key, ...(type ? { 'content-type': type } : {}) };
    const answer = await server.inject({ method: 'POST', url, payload, headers: { ...headers, ...more } });
    if (answer.statusCode !== 201) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json<{ id: string }>();
  }
  const form = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\n` +
        'content-type: image/jpeg\r\n\r\n',
    ),
    photo,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

  /** However often: a phone sends again what it has no answer to. */
  async function write(id: string): Promise<void> {
    const kept = await post('/v1/files', `${id}-photo`, form, `multipart/form-data; boundary=${boundary}`);
    await post('/v1/service-requests', `${id}-filing`, {
      category: 'rubbish',
      answers: { what: ['bulky'], since: 'today' },
      words: id,
      photos: [kept.id],
      place: { addressId: westAddress },
    });
    await database.unit.together(async () => {
      const insert = 'insert into fault_row values ($1, $2) on conflict do nothing returning id';
      const { rows } = await database.executeSql(insert, [id, 1]);
      if (rows.length === 0) return;
      const queued = await jobs.enqueue(JOB, { id });
      if (!queued.ok) throw new Error(queued.failure);
      await database.executeSql(insert, [id, 2]);
    });
  }

  const answer = (message: Answer) => void process.send?.(message);
  process.on('message', (order: Order) => {
    const obey = async () => {
      if (order.do === 'write') answer({ number: order.number, value: await write(order.id) });
      else answer({ number: order.number, value: await stored(database, settings.filesDir) });
    };
    obey().catch((error: unknown) => answer({ number: order.number, error: String(error) }));
  });
  process.on(
    'disconnect',
    () =>
      void jobs
        .stop()
        .then(close)
        .then(() => database.close()),
  );
  answer({ ready: true });
}

/** Everything there is of each row; jobs that wait are given the time in which one is taken up again whose process was killed. */
async function stored(database: Database, filesDir: string): Promise<StoredRow[]> {
  const read = async <T>(query: string): Promise<T[]> => (await database.executeSql(query)).rows as T[];
  const waiting = 'select 1 from fault_row where half = 1 and id not in (select id from fault_done) limit 1';
  for (let tries = 0; tries < 2 * REDELIVERED_SECONDS && (await read(waiting)).length > 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 500));
  const rows = await read<StoredRow & { photo: string | null; bytes: number | null }>(`
    with named as (select distinct id from fault_row union select distinct words from service_request)
    select named.id,
      (select count(*)::int from fault_row where id = named.id) as halves,
      (select count(*)::int from service_request where words = named.id) as requests,
      (select count(*)::int from service_request r join service_request_photo p on p.request_id = r.id
        where r.words = named.id) as photos,
      (select p.photo_id from service_request r join service_request_photo p on p.request_id = r.id
        where r.words = named.id limit 1) as photo,
      (select count(*)::int from pgboss.job where name = '${JOB}' and data ->> 'id' = named.id) as jobs,
      (select count(*)::int from fault_done where id = named.id) as done
    from named`);
  const sizes = new Map(
    (await read<{ id: string; bytes: number }>('select id, bytes from photo')).map(({ id, bytes }) => [
      id,
      bytes,
    ]),
  );
  return rows.map(({ photo, ...row }) => ({
    ...row,
    // Its file too: whole.
    photos: photo !== null && sizeOf(join(filesDir, photo)) === sizes.get(photo) ? row.photos : 0,
  }));
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
