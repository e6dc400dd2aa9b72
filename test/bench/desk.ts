import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '@contract/service-request/catalogue';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/backend/adapters/embedded/database';
import { type App, createApp } from '../../src/backend/app';
import { readSettings } from '../../src/backend/settings';
import { createDatabase } from '../support/database-servers';
import { addRegions } from '../support/people';
import { startPostgres } from '../support/postgres';
import { median, percentile } from './measure';
import { type Bench, ratioAtMost } from './row';

const sizes = { few: 10_000, many: 1_000_000 };
/** A county's grids; each has as many open matters, whatever has been closed before. */
const grids = Array.from({ length: 200 }, (_, at) => `330106990${String(Math.floor(at / 20) + 1).padStart(3, '0')}${String((at % 20) + 1).padStart(3, '0')}`); // prettier-ignore
const openEach = 30;
const steps = [
  [1, 'submit', 'filer', 'submitted'],
  [2, 'accept', 'handler', 'accepted'],
] as const;
const rounds = 5;
const callsPerRound = 200;

interface Desk {
  database: Database;
  look(): Promise<number>;
  end(): Promise<void>;
}

/** Requests that were closed long ago, and those that are open, spread over the grids. */
async function fill(database: Database, requests: number): Promise<void> {
  await addRegions(database, Object.fromEntries(grids.map((grid) => [grid, '网格'])));
  await sql`
    insert into person (id, name, privacy_version, created_at)
    select gen_random_uuid(), '张三丰', '1', now() from generate_series(1, 1000)`.execute(database.kysely);
  const open = openEach * grids.length;
  await sql`
    insert into service_request (id, number, category, catalogue_version, filer_id, node, state, owner_id, answers, words,
      place, version, created_at, changed_at, waits_for, due_at, warn_at)
    select gen_random_uuid(), n::text, 'rubbish', ${catalogue.version}, (array(select id from person))[1 + n % 1000],
      (${grids}::text[])[1 + n % ${grids.length}::int],
      case when n < ${open}::int then 'accepted' else 'closed' end, null,
      '{"what":["bulky"],"since":"days"}', '', '{"text":"东门"}', 1,
      now() - n * interval '20 seconds', now() - n * interval '20 seconds',
      case when n < ${open}::int then 'resolve' end,
      case when n < ${open}::int then now() + n * interval '1 minute' + interval '1 day' end,
      case when n < ${open}::int then now() + n * interval '1 minute' + interval '20 hours' end
    from generate_series(0, ${requests - 1}::int) n`.execute(database.kysely);
  // The open ones with how they came there: their limits are reckoned anew from it.
  for (const [seq, event, role, state] of steps) {
    await sql`update service_request set state = ${state}, version = ${seq}::int where waits_for is not null`.execute(
      database.kysely,
    );
    await sql`
      insert into service_request_event (request_id, seq, event, role, actor_id, state, at)
      select id, ${seq}::int, ${event}, ${role}, null, ${state}, created_at
      from service_request where waits_for is not null`.execute(database.kysely);
  }
  await sql`analyze`.execute(database.kysely);
}

async function openDesk(url: string, requests: number): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-desk-'));
  const database = await openDatabase({ dataDir: folder, databaseUrl: url });
  await fill(database, requests);
  const settings = readSettings({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'error' }, [], folder);
  const app: App = await createApp(settings, { database });
  const id = randomUUID();
  await database.kysely
    .insertInto('person')
    .values({ id, name: '王建军', privacy_version: '1', created_at: new Date() })
    .execute();
  await database.kysely
    .insertInto('role_grant')
    .values({ person_id: id, role: 'worker', node: grids[7] ?? '', granted_at: new Date() })
    .execute();
  const { token } = await app.ports.store.sessions.open(id);
  return {
    database,
    async look() {
      const started = performance.now();
      const { statusCode, payload } = await app.server.inject({
        url: '/v1/service-requests?scope=desk&open=true&limit=100',
        headers: { authorization: `Bearer ${token}` },
      });
      const ms = performance.now() - started;
      const shown = statusCode === 200 ? (JSON.parse(payload) as unknown[]).length : 0;
      if (shown !== openEach) throw new Error(`${statusCode}: ${shown} requests in the queue`);
      return ms;
    },
    async end() {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A worker looks at the queue: the whole route, among as many requests as a county has in years. */
export const desk: Bench = async (say) => {
  const postgres = await startPostgres(true);
  if (!postgres) throw new Error('this needs a PostgreSQL');
  const [few, many] = [
    await createDatabase(postgres.url('postgres')),
    await createDatabase(postgres.url('postgres')),
  ];
  const desks: Desk[] = [];
  try {
    say(`filing ${sizes.few} and ${sizes.many} requests`);
    desks.push(await openDesk(few.url, sizes.few), await openDesk(many.url, sizes.many));
    const [small, large] = desks as [Desk, Desk];
    const taken: { small: number[]; large: number[] }[] = [];
    // The first round warms up, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const each = { small: [] as number[], large: [] as number[] };
      for (let at = 0; at < callsPerRound; at += 1) {
        each.small.push(await small.look());
        each.large.push(await large.look());
      }
      if (round > 0) taken.push(each);
    }
    const p99 = (values: readonly number[]): number => percentile(values, 0.99);
    return [
      ratioAtMost({
        name: `a worker’s queue among ${sizes.many} requests, p99, beside among ${sizes.few}`,
        value: median(taken.map((each) => p99(each.large))),
        baseline: median(taken.map((each) => p99(each.small))),
        unit: 'ms',
        ratio: median(taken.map((each) => p99(each.large) / p99(each.small))),
        goal: 1.5,
      }),
    ];
  } finally {
    for (const each of desks) await each.end();
    await few.drop();
    await many.drop();
    await postgres.stop();
  }
};
