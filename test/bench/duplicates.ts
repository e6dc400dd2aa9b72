import { spotAt, type Spot } from '@contract/service-request/duplicates';
import { sql } from 'kysely';
import type { Database } from '../../src/backend/adapters/embedded/database';
import { createRequestJoins } from '../../src/backend/adapters/embedded/request-desk/joins';
import { addRegions } from '../support/people';
import { percentile } from './measure';
import { onEachDatabase } from './on-each-database';
import { atMost, type Bench, type Row } from './row';

const requests = 1_000_000;
/** A county some 30 km wide, in steps of 0.0001°: the corner and how many steps. */
const corner = { lng: 120, lat: 30 };
const steps = 3000;
const asked = 500;
const metres = 50;
const days = 14;

/** In public places all over the county, over two years, most of them closed; all of one category, which is the worst. */
async function fill(database: Database): Promise<void> {
  await addRegions(database, { '330106990001001': '网格' });
  await sql`insert into person (id, name, privacy_version, created_at)
    select gen_random_uuid(), '张三丰', '1', now() from generate_series(1, 1000)`.execute(database.kysely);
  await sql`
    insert into service_request (id, number, category, catalogue_version, filer_id, node, state, owner_id, answers, words,
      place, version, created_at, changed_at, spot_cell, spot_lng, spot_lat, spot_name)
    select gen_random_uuid(), n::text, 'rubbish', '2026-11-01', (array(select id from person))[1 + n % 1000],
      '330106990001001', case when n % 20 = 0 then 'accepted' else 'closed' end, null,
      '{"what":["bulky"],"since":"days"}', '', '{"text":"东门"}', 1, at, at,
      floor(lng / 0.0025)::text || ':' || floor(lat / 0.0025)::text, lng, lat, '东门'
    from (
      select n, now() - (n % 730) * interval '1 day' as at,
        round((${corner.lng}::float8 + (n::bigint * 7919 % ${steps}::int) / 10000.0)::numeric, 4)::float8 as lng,
        round((${corner.lat}::float8 + (n::bigint * 104729 % ${steps}::int) / 10000.0)::numeric, 4)::float8 as lat
      from generate_series(0, ${requests - 1}::int) n
    ) placed`.execute(database.kysely);
  await sql`analyze`.execute(database.kysely);
}

/** Where something was reported, always somewhere else. */
const spotOfNth = (nth: number): Spot =>
  spotAt({
    point: {
      lng: corner.lng + ((nth * 7919) % steps) / 10_000,
      lat: corner.lat + ((nth * 104_729) % steps) / 10_000,
    },
  }) as Spot;

async function measure(database: Database, name: string): Promise<Row> {
  await fill(database);
  const joins = createRequestJoins(database.unit, { now: () => new Date() });
  const since = new Date(Date.now() - days * 86_400_000);
  const times: number[] = [];
  let found = 0;
  for (let nth = 0; nth < asked; nth += 1) {
    const started = performance.now();
    found += (await joins.around({ category: 'rubbish', spot: spotOfNth(nth * 37), metres, since })).length;
    times.push(performance.now() - started);
  }
  if (found === 0) throw new Error('nothing was found anywhere');
  return atMost(`already reported near by? among ${requests} requests, p95 (${name})`, percentile(times, 0.95), 'ms', 20); // prettier-ignore
}

/** What neighbours have reported near a place, asked before it is reported again. */
export const duplicates: Bench = (say) => onEachDatabase(say, measure);
