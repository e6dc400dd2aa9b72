import { sql } from 'kysely';
import type { Unit } from './unit';

/** The columns that name a row, by table: those of its primary key, or all where it has none. */
export async function keyColumns(unit: Unit): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r' and n.nspname = 'public' and (i.indkey is null or a.attnum = any(i.indkey))
    group by c.relname`.execute(unit.db);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}
