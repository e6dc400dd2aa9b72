import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { tables } from '../../src/backend/adapters/embedded/backup/tables';
import type { Database } from '../../src/backend/adapters/embedded/database';
import { personalData } from '../../src/contract/personal-data/registry';
import { west, westBuilding } from './world';

interface Column {
  table: string;
  column: string;
  type: string;
  generated: boolean;
  /** The table and column it refers to. */
  refers: string | null;
  referred: string | null;
  /** The words it may be, where it is one of some. */
  check: string | null;
}

/** Places are there already; what else a row refers to is made before it. */
const places: Readonly<Record<string, string>> = { region: west, building: westBuilding };

/**
 * Puts one row into every table with personal data, and into what those refer to: a person's, and somebody else's
 * where two stand in it. Written by what the database says of its columns, so that a new table is in it by itself.
 * @param at every moment in it
 */
export async function fillEveryTable(
  database: Database,
  { me, other, at }: { me: string; other: string; at: Date },
): Promise<void> {
  const columns = await columnsOf(database);
  const made = new Map<string, Record<string, unknown>>();
  for (const table of tables) {
    const mine = columns.filter((column) => column.table === table && !column.generated);
    if (table in places || table === 'person' || (!(table in personalData) && !isReferredTo(table, columns)))
      continue;
    const row: Record<string, unknown> = {};
    for (const column of mine) row[column.column] = valueOf(column, { me, other, at, made });
    const entries = Object.entries(row);
    const { rows } = await sql<Record<string, unknown>>`
      insert into ${sql.table(table)} (${sql.join(entries.map(([name]) => sql.ref(name)))})
        values (${sql.join(entries.map(([, value]) => sql`${value}`))}) returning *`.execute(database.kysely);
    made.set(table, rows[0] ?? {});
  }
}

/** Of two that cannot both be there, the one left out: somebody who is not known here yet, a shift of one day only. */
const neither: readonly string[] = ['fact.person_key', 'duty_roster.day'];

/** What no made-up word may be: the database holds a timeline to the life of a request, and knows what a complaint is about. */
const asItIs: Readonly<Record<string, string>> = {
  'complaint.kind': 'handling',
  'service_request_event.event': 'submit',
  'service_request_event.role': 'filer',
  'service_request_event.state': 'submitted',
};

const isReferredTo = (table: string, columns: readonly Column[]): boolean =>
  columns.some(({ refers, table: from }) => refers === table && from in personalData);

function valueOf(
  { table, column, type, refers, referred, check }: Column,
  {
    me,
    other,
    at,
    made,
  }: { me: string; other: string; at: Date; made: Map<string, Record<string, unknown>> },
): unknown {
  if (neither.includes(`${table}.${column}`)) return null;
  if (whose(table) === column) return me;
  if (refers === 'person') return other;
  if (refers !== null && refers in places) return places[refers];
  if (refers !== null && refers !== table) return made.get(refers)?.[referred ?? 'id'] ?? null;
  if (refers === table) return null;
  const real = asItIs[`${table}.${column}`];
  if (real !== undefined) return real;
  const first = check === null ? undefined : /'([^']*)'::text/.exec(check)?.[1];
  if (first !== undefined) return first;
  return values[type]?.(at) ?? `${table} ${column}`;
}

/** The column by which a row is theirs: wholly, where there is one. */
function whose(table: string): string | undefined {
  const direct = personalData[table]?.of?.filter(({ through }) => !through) ?? [];
  return (direct.find(({ shows }) => !shows) ?? direct[0])?.column;
}

const values: Readonly<Record<string, (at: Date) => unknown>> = {
  uuid: () => randomUUID(),
  'timestamp with time zone': (at) => at,
  date: (at) => at.toISOString().slice(0, 10),
  bytea: () => randomBytes(8),
  jsonb: () => '{}',
  json: () => '{}',
  ARRAY: () => [],
  boolean: () => false,
  integer: () => 1,
  smallint: () => 1,
  bigint: () => 1,
  'double precision': () => 1,
};

async function columnsOf(database: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.table_name as table, c.column_name as column, c.data_type as type,
      (c.is_generated = 'ALWAYS' or c.is_identity = 'YES') as generated,
      f.refers, f.referred, k.definition as check
    from information_schema.columns c
    left join lateral (
      select confrelid::regclass::text as refers, b.attname as referred
      from pg_constraint
        join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
        join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
      where contype = 'f' and conrelid = c.table_name::regclass and a.attname = c.column_name limit 1) f on true
    left join lateral (
      select pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'c' and conrelid = c.table_name::regclass and cardinality(conkey) = 1
        and pg_get_constraintdef(oid) like '%(' || c.column_name || ' = ANY%' limit 1) k on true
    where c.table_schema = 'public' order by c.table_name, c.ordinal_position`.execute(database.kysely);
  return rows;
}
