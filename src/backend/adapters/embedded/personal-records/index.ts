import type { HeldRows } from '@contract/personal-data/held';
import type { Held } from '@contract/personal-data/in-words';
import { type Belonging, personalData } from '@contract/personal-data/registry';
import { type RawBuilder, sql } from 'kysely';
import type { PersonalRecords } from '../../../ports/personal-records';
import type { Unit } from '../database/unit';

type Row = Readonly<Record<string, Held>>;

/** Reads every table of the registry, by what the registry says of whose a row is. */
export function createPersonalRecords(unit: Unit): PersonalRecords {
  async function rowsOf(table: string, of: readonly Belonging[], ids: readonly string[]): Promise<Row[]> {
    const whole = of.filter(({ shows }) => shows === undefined);
    const mine = anyOf(whole, ids);
    const select = async (where: RawBuilder<unknown>): Promise<Row[]> => {
      const { rows } = await sql<{ row: Row }>`
        select to_jsonb(held) as row from ${sql.table(table)} held where ${where}`.execute(unit.db);
      return rows.map(({ row }) => row);
    };
    const rows = await select(mine);
    for (const belonging of of) {
      if (belonging.shows === undefined) continue;
      const partly = await select(sql`${anyOf([belonging], ids)} and not ${mine}`);
      rows.push(...partly.map((row) => only(row, belonging.shows ?? [])));
    }
    return rows.map(withPlainMoments);
  }

  return {
    of: (personId) =>
      unit.together(async () => {
        const { rows } = await sql<{ id: string }>`
          select id from person where id = ${personId} or joined_into = ${personId}`.execute(unit.db);
        const personIds = rows.map(({ id }) => id);
        const tables: HeldRows[] = [];
        for (const [table, { of = [] }] of Object.entries(personalData))
          tables.push({ table, rows: await rowsOf(table, of, personIds) });
        return { personIds, tables };
      }),
  };
}

/** Whether a row is theirs, of a table that goes by `held`. */
function anyOf(of: readonly Belonging[], ids: readonly string[]): RawBuilder<boolean> {
  if (of.length === 0 || ids.length === 0) return sql<boolean>`false`;
  const each = of.map(({ column, through }) => {
    const held = sql.ref(`held.${column}`);
    if (!through) return sql`${held} in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`;
    const whole = (personalData[through.table]?.of ?? []).filter(({ shows }) => shows === undefined);
    return sql`${held} in (select ${sql.ref(`held.${through.key}`)} from ${sql.table(through.table)} held
      where ${anyOf(whole, ids)})`;
  });
  // Null in a column would make the whole unknown, and `not` of it too.
  return sql<boolean>`coalesce((${sql.join(each, sql` or `)}), false)`;
}

const only = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)));

const asTheDatabaseWrites = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}:\d{2}$/;

/** Moments in the one form of the API. */
const withPlainMoments = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && asTheDatabaseWrites.test(value) ? new Date(value).toISOString() : value,
    ]),
  );
