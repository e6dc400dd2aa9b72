import { locate, type Shaped } from '@contract/region/locate';
import { sql } from 'kysely';
import type { Database } from '../../src/backend/adapters/embedded/database';
import { createGridDirectory } from '../../src/backend/adapters/embedded/grid-directory';
import { median } from './measure';
import { onEachDatabase } from './on-each-database';
import { type Bench, ratioAtLeast, type Row } from './row';

/** Zhejiang's grids, as squares of some 300 m side by side. */
const grids = 85_000;
const perRow = 300;
const side = 0.003;
const origin = { lng: 118, lat: 28 };
const rounds = 15;
const lookupsPerRound = 40;

async function draw(database: Database): Promise<void> {
  // A community of fifty grids each, under one township of a thousand and so on: what matters is how many there are.
  await sql`
    insert into region (code, name, level, parent)
    select '330106' || lpad((n / 50000)::text, 3, '0') || lpad((n / 50 % 1000)::text, 3, '0') || lpad((n % 50)::text, 3, '0'),
      '网格', 'grid', null
    from generate_series(0, ${grids - 1}::int) n`.execute(database.kysely);
  await sql`
    insert into grid_shape (code, rings, outline)
    select code,
      jsonb_build_array(jsonb_build_array(jsonb_build_array(x, y), jsonb_build_array(x + ${side}::float8, y),
        jsonb_build_array(x + ${side}::float8, y + ${side}::float8), jsonb_build_array(x, y + ${side}::float8),
        jsonb_build_array(x, y))),
      polygon(box(point(x, y), point(x + ${side}::float8, y + ${side}::float8)))
    from (
      select code, ${origin.lng}::float8 + (n % ${perRow}::int) * ${side}::float8 as x,
        ${origin.lat}::float8 + (n / ${perRow}::int) * ${side}::float8 as y
      from (select code, (row_number() over (order by code) - 1)::int as n from region) numbered
    ) placed`.execute(database.kysely);
  await sql`analyze`.execute(database.kysely);
}

/** In the middle of some grid, always another one. */
function pointAt(nth: number) {
  const grid = (nth * 7919) % grids;
  return {
    lng: origin.lng + ((grid % perRow) + 0.5) * side,
    lat: origin.lat + (Math.floor(grid / perRow) + 0.5) * side,
  };
}

async function compare(database: Database, name: string): Promise<Row> {
  await draw(database);
  const directory = createGridDirectory(database.unit);
  let nth = 0;
  const lookup = async (): Promise<void> => {
    const point = pointAt((nth += 1));
    if (locate(point, await directory.shapesNear(point)).kind !== 'inside') throw new Error('no grid found');
  };
  // The same question to every polygon: what there is without an index on their boxes.
  const scan = async (): Promise<void> => {
    const { lng, lat } = pointAt((nth += 1));
    const { rows } = await sql<Shaped>`
      select code, rings from grid_shape where outline @> point(${lng}::float8, ${lat}::float8)`.execute(
      database.kysely,
    );
    if (locate({ lng, lat }, rows).kind !== 'inside') throw new Error('no grid found');
  };
  const timed = async (work: () => Promise<void>, times: number): Promise<number> => {
    const started = performance.now();
    for (let at = 0; at < times; at += 1) await work();
    return (performance.now() - started) / times;
  };
  await timed(lookup, lookupsPerRound);
  await timed(scan, 1);
  const taken: { lookup: number; scan: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    taken.push({ lookup: await timed(lookup, lookupsPerRound), scan: await timed(scan, 2) });
  return ratioAtLeast({
    name: `point → grid among ${grids} polygons, beside a scan (${name})`,
    value: 1000 / median(taken.map((each) => each.lookup)),
    baseline: 1000 / median(taken.map((each) => each.scan)),
    unit: '1/s',
    ratio: median(taken.map((each) => each.scan / each.lookup)),
    goal: 20,
  });
}

/** Which grid a point lies in, among all of a province's. */
export const gridLookup: Bench = (say) => onEachDatabase(say, compare);
