import { sql } from 'kysely';
import type { Deletion } from '../../../ports/deletion-journal';
import type { Unit } from '../database/unit';
import { boundTables } from '../emergencies/bound-tables';
import { tables } from './tables';

const isColumn = (name: string): boolean => /^[a-z][a-z0-9_]*$/.test(name);

/** Does again what was deleted since a backup was made. @returns how many rows, accounts and emergencies went */
export function createReplay(
  unit: Unit,
  closeAccount: (personId: string) => Promise<void>,
): (deletions: readonly Deletion[]) => Promise<number> {
  async function rows({ table, rows: named }: Extract<Deletion, { table: string }>): Promise<number> {
    const columns = Object.keys(named[0] ?? {});
    // A journal is a file beside others: what no one here wrote is not run.
    if (!tables.includes(table) || columns.length === 0 || !columns.every(isColumn)) return 0;
    const its = sql.table(table);
    const same = columns.map((name) => sql`${sql.ref(`${table}.${name}`)} = ${sql.ref(`gone.${name}`)}`);
    const { numAffectedRows = 0n } = await sql`delete from ${its}
      using jsonb_populate_recordset(null::${its}, ${JSON.stringify(named)}::jsonb) gone
      where ${sql.join(same, sql` and `)}`.execute(unit.db);
    return Number(numAffectedRows);
  }

  async function emergency(deletion: Extract<Deletion, { emergency: string }>): Promise<number> {
    for (const table of boundTables) await sql`delete from ${sql.table(table)}`.execute(unit.db);
    const { numUpdatedRows } = await unit.db
      .updateTable('emergency')
      .set({
        ended_at: new Date(deletion.endedAt),
        deleted_at: new Date(deletion.deletedAt),
        counts: JSON.stringify(deletion.counts),
      })
      .where('id', '=', deletion.emergency)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }

  return async (deletions) => {
    let done = 0;
    for (const deletion of deletions) {
      if ('account' in deletion) {
        await closeAccount(deletion.account);
        done += 1;
      } else if ('emergency' in deletion) done += await emergency(deletion);
      else done += await rows(deletion);
    }
    return done;
  };
}
