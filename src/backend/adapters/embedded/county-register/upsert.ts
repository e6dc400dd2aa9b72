import { type RawBuilder, sql } from 'kysely';
import type { Unit } from '../database/unit';

/** So many rows a statement: one parameter of some hundred kilobytes. */
const BATCH = 2000;

/** What became of rows, by key. One that is in neither was there already, word for word. */
export interface Written {
  added: Set<string>;
  changed: Set<string>;
}

export interface UpsertOptions {
  /** Column of the primary key; text. */
  key: string;
  /** The other columns, each with its type in PostgreSQL. */
  columns: Readonly<Record<string, string>>;
  /** A column that is made of others and need not be compared. */
  derived?: readonly string[];
}

/**
 * Adds rows or changes what differs, in bulk: rows travel as one JSON parameter, since a statement takes only
 * 65,535. A row that is the same is not written again.
 */
export async function upsert(
  unit: Unit,
  table: string,
  { key, columns, derived = [] }: UpsertOptions,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<Written> {
  const names = [key, ...Object.keys(columns)];
  const compared = Object.keys(columns).filter((name) => !derived.includes(name));
  const typed = names.map((name) => sql`${sql.ref(name)} ${sql.raw(columns[name] ?? 'text')}`);
  const written: Written = { added: new Set(), changed: new Set() };
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH));
    const result = await sql<{ key: string; added: boolean }>`
      insert into ${sql.table(table)} as kept (${list(names)})
      select ${list(names)} from json_to_recordset(${batch}::json) as row (${sql.join(typed)})
      on conflict (${sql.ref(key)}) do update
        set ${sql.join(Object.keys(columns).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
        where (${list(compared, 'kept')}) is distinct from (${list(compared, 'excluded')})
      returning ${sql.ref(key)} as key, xmax = 0 as added`.execute(unit.db);
    for (const row of result.rows) written[row.added ? 'added' : 'changed'].add(row.key);
  }
  return written;
}

const list = (names: readonly string[], of?: string): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(of ? `${of}.${name}` : name)));
