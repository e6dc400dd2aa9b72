import { sql } from 'kysely';
import { readRegionTree } from '../../src/backend/import/region-tree';
import type { Database } from '../../src/backend/adapters/embedded/database';
import { createCountyRegister } from '../../src/backend/adapters/embedded/county-register';

/** So many go to the whole country: enough for everybody's first page, whatever else there is. */
export const everywhere = 20;

/** The real tree, all of it, and the same in its order, numbered: below a node come its own, then the next. */
export async function loadCountry(database: Database, say: (line: string) => void): Promise<void> {
  const log = { append: () => Promise.resolve() } as never;
  const register = createCountyRegister(database.unit, { now: () => new Date() }, log);
  await register.loadTree('all', (rows) => rows % 100_000 === 0 && say(`${rows} nodes of the country`));
  await sql`
    create table bench_node as
    select code, (row_number() over (order by code collate "C") - 1)::int as nth from region`.execute(
    database.kysely,
  );
  await sql`alter table bench_node add primary key (nth)`.execute(database.kysely);
  await sql`analyze`.execute(database.kysely);
}

/** Every node of the country, in its order. */
export const nodesOfTheCountry = (): string[] => [...readRegionTree('all')].map(({ code }) => code).sort();

const text = {
  zh: '因供水管道检修，明天上午九点到下午四点停水，请提前储水。用水困难的家庭可以到社区服务站取水，也可以打电话让网格员送去。检修结束后先放一会儿水再用。',
  en: 'Pipes are being repaired: no water from nine tomorrow until four in the afternoon. Please store some before. Whoever finds that hard can fetch water at the service station, or call and have it brought.',
};

/**
 * So many messages over all nodes of the country, one or two places each: in ten, three have an exception below or beside
 * what they include, two are for a grid of a community, one has been superseded, one is over.
 */
export async function publishOver(database: Database, notices: number, seed: number): Promise<void> {
  const info = JSON.stringify(
    (['zh', 'en'] as const).map((language) => ({
      language,
      headline: language === 'zh' ? '明天 9:00–16:00 停水' : 'No water tomorrow, 9:00–16:00',
      description: text[language],
    })),
  );
  // Numbers that are spread, and come again with the same seed: of the n-th notice the k-th.
  const drawn = (k: number) =>
    sql`((hashint8extended(n, ${seed * 100 + k}::bigint) & 2147483647)::float8 / 2147483648)`;
  const count = sql`(select count(*) from bench_node)`;
  await sql`
    with drawn as materialized (
      select n, (${drawn(1)} * ${count})::int as one, (${drawn(2)} * ${count})::int as other,
        ${drawn(3)} as kind, ${drawn(4)} as below, ${drawn(5)} as age, 1 + floor(${drawn(6)} * 5)::int as grid
      from generate_series(1::bigint, ${notices}::bigint) n
    ),
    placed as (
      select n, kind, age, first.code as one, second.code as other, below.code as below,
        -- A grid of the place, where that is a community.
        case when length(first.code) = 12 and kind between 0.3 and 0.5 then first.code || lpad(grid::text, 3, '0') end as grid
      from drawn
      left join bench_node first on first.nth = least(one, ${count} - 1)
      left join bench_node second on second.nth = least(other, ${count} - 1)
      left join bench_node below on below.nth = least(one + 1 + (below ^ 3 * 20000)::int, ${count} - 1)
    )
    insert into notice (id, event_id, version, superseded_at, seq, msg_type, severity, category, info, author_node,
      include, include_grids, except_nodes, sent_at, expires_at, pinyin)
    select id, id, 1, case when kind between 0.5 and 0.6 then now() end, n, 'Alert', 'Moderate', 'Infra', ${info}::jsonb,
      case when n <= ${everywhere}::int then '11' else left(one, 2) end,
      case when n <= ${everywhere}::int then (select array_agg(code) from region where length(code) = 2)
        when grid is not null then array[grid]
        when kind > 0.8 then array[one, other] else array[one] end,
      case when n > ${everywhere}::int and grid is not null then array[left(grid, 12)] else '{}' end,
      case when n > ${everywhere}::int and kind < 0.3 then array[below] else '{}' end,
      now() - age * interval '60 days', case when kind between 0.6 and 0.7 and n > ${everywhere}::int then now() - interval '1 hour'
        when kind < 0.3 then now() + interval '30 days' end,
      'mingtian tingshui mt ts'
    from (select gen_random_uuid() as id, placed.* from placed) each
    order by n`.execute(database.kysely);
  await sql`update notice set superseded_at = null where seq <= ${everywhere}::int`.execute(database.kysely);
  await sql`select setval('notice_seq', ${notices}::bigint)`.execute(database.kysely);
  // As after a night: autovacuum has been there.
  await sql`vacuum analyze notice`.execute(database.kysely);
}
