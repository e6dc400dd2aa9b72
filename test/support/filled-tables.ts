import { sql } from 'kysely';
import type { Database } from '../../src/backend/adapters/embedded/database';

/** The same everywhere, so that what refers to a row of another table finds it. */
export const filledId = '00000000-0000-4000-8000-00000000beef';

const values: Record<string, unknown> = {
  uuid: filledId,
  text: 'beef',
  integer: 7,
  bigint: 7,
  smallint: 7,
  numeric: 7,
  'double precision': 7,
  boolean: true,
  json: '{}',
  jsonb: '{}',
  bytea: Buffer.from('beef'),
  ARRAY: '{}',
  date: '2026-11-24',
  'timestamp with time zone': '2026-11-24T02:00:00.000Z',
};

/** Puts a row of made-up values into each of these tables, whatever their columns are. */
export async function fillTables(database: Database, tables: readonly string[]): Promise<void> {
  await database.unit.together(async () => {
    const { db } = database.unit;
    const { rows: checks } = await sql<{ table: string; name: string }>`
      select relname as table, conname as name from pg_constraint join pg_class on pg_class.oid = conrelid
      where contype = 'c' and relname in (${sql.join(tables)})`.execute(db);
    for (const { table, name } of checks)
      await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
    // What refers to a person, a place or a session needs none of them here.
    await sql`set local session_replication_role = replica`.execute(db);
    for (const table of tables) {
      const { rows: columns } = await sql<{ name: string; type: string }>`
        select column_name as name, data_type as type from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO'`.execute(db); // prettier-ignore
      const names = columns.map(({ name }) => sql.ref(name));
      const row = columns.map(({ type }) => sql`${values[type]}`);
      await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(row)})`.execute(db);
    }
  });
}

export async function countOf(database: Database, table: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${sql.table(table)}`.execute(database.kysely);
  return rows[0]?.count ?? 0;
}
