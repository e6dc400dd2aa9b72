import { sql } from 'kysely';
import type { Unit } from '../database/unit';
import { boundTables } from './bound-tables';

/**
 * Photos that are there because of an emergency: those that its tables hold (`…_photo`, by `photo_id`) and no request
 * does.
 */
export async function evidenceOf(unit: Unit, tables: readonly string[] = boundTables): Promise<string[]> {
  const ids = new Set<string>();
  for (const table of tables.filter((name) => name.endsWith('_photo'))) {
    const { rows } = await sql<{ id: string }>`select distinct photo_id as id from ${sql.table(table)}
      where not exists (select from service_request_photo held where held.photo_id = ${sql.ref(`${table}.photo_id`)})`.execute(
      unit.db,
    );
    rows.forEach(({ id }) => ids.add(id));
  }
  return [...ids];
}
