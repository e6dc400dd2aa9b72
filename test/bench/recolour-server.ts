import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { openDatabase, type Database } from '../../src/backend/adapters/embedded/database';
import { createApp } from '../../src/backend/app';
import { readSettings } from '../../src/backend/settings';
import { declareEmergency } from '../support/emergency';
import { addRegions } from '../support/people';

// The server as it is started, on a PostgreSQL, with a street of residents who bear codes. Prints where it listens and a
// token for some phones; at every line it reads, a level of the five-colour map, it sets that for the street and prints how
// long it took until everybody was decided, written down and told.

const [databaseUrl = '', people = '', phones = ''] = process.argv.slice(2);
const street = '330106990';
const grids = Array.from(
  { length: 200 },
  (_, at) =>
    `${street}${String(1 + Math.floor(at / 20)).padStart(3, '0')}${String(1 + (at % 20)).padStart(3, '0')}`,
);

async function settle(database: Database): Promise<void> {
  await addRegions(database, Object.fromEntries(grids.map((grid) => [grid, '网格'])));
  const now = new Date();
  await sql`
    insert into person (id, name, home_node, privacy_version, created_at)
    select gen_random_uuid(), '张三丰', (${grids}::text[])[1 + n % ${grids.length}::int], '1', ${now}
    from generate_series(1, ${Number(people)}::int) n`.execute(database.kysely);
  // Each tenth has been somewhere, and is decided by that too.
  await sql`
    insert into fact (id, person_id, kind, "values", source, from_whom, since, expires_at, entered_at)
    select gen_random_uuid(), id, 'stay', '{"node":"330106001001001","place":"古荡"}', 'declaration',
      '{"zh":"你自己填的","en":"Your own declaration"}', ${now}, ${new Date(now.getTime() + 21 * 86_400_000)}, ${now}
    from (select id, row_number() over (order by id) as n from person) numbered where n % 10 = 0`.execute(
    database.kysely,
  );
  await sql`
    insert into code_spell (list, idx, person_id, bearer_id, holder_key, colour, issued_at, expires_at)
    select 0, row_number() over (order by id), id, id, decode(md5(id::text) || md5(id::text), 'hex'), 'green',
      ${now}::timestamptz, ${new Date(now.getTime() + 7 * 86_400_000)}::timestamptz
    from person`.execute(database.kysely);
  await sql`analyze`.execute(database.kysely);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-recolour-'));
  const settings = readSettings(
    { DATA_DIR: folder, DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'warn' },
    [],
    folder,
  );
  const database = await openDatabase({ dataDir: folder, databaseUrl });
  await settle(database);
  const app = await createApp(settings, { database });
  await declareEmergency(database, app.ports.clock.now());
  const { colours, riskLevels, store } = app.ports;

  const residents = await database.kysely.selectFrom('person').select('id').limit(Number(phones)).execute();
  const tokens: string[] = [];
  for (const { id } of residents) tokens.push((await store.sessions.open(id)).token);
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  console.log(JSON.stringify({ address, tokens }));

  // By a job, as it happens when officials sign a level.
  let done: () => void = () => undefined;
  const { recolourPlace } = colours;
  colours.recolourPlace = async (whose) => {
    const turned = await recolourPlace(whose);
    done();
    return turned;
  };
  /** Phones that refreshed meanwhile have turned their owner themselves: all are counted. */
  const turnedSince = async (at: Date): Promise<number> => {
    const { turned } = await database.kysely
      .selectFrom('colour_change')
      .select(({ fn }) => fn.countAll<string>().as('turned'))
      .where('at', '>=', at)
      .executeTakeFirstOrThrow();
    return Number(turned);
  };
  for await (const level of createInterface(process.stdin)) {
    const finished = new Promise<void>((resolve) => (done = resolve));
    const [started, at] = [performance.now(), new Date()];
    await database.unit.together(async () => {
      await riskLevels.set(
        {
          node: street,
          level: level as 'high',
          reason: { zh: '新增 12 例', en: '12 new cases' },
          indicators: [],
        },
        randomUUID(),
      );
      await colours.recolour({ under: street });
    });
    await finished;
    const ms = performance.now() - started;
    console.log(JSON.stringify({ turned: await turnedSince(at), ms }));
  }
  await app.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
