import { sql } from 'kysely';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Unit } from '../database/unit';
import type { EmergenciesDeps } from '.';
import { boundTables } from './bound-tables';
import { evidenceOf } from './evidence';

/** Rows that go in one transaction: others have their turn in between, and a killed process loses no more than that. */
const ROWS_AT_ONCE = 10_000;

/** Held while a backup is written, so that no key is destroyed under it or made anew after it. */
export const keysLock = 'emergency keys';

type Deps = Pick<
  EmergenciesDeps,
  'unit' | 'clock' | 'auditLog' | 'journal' | 'keys' | 'messenger' | 'filesDir'
>;

/** Deletes what an ended emergency brought, a portion at a time, each with its count: it goes on where it stopped. */
export function createDeletion({ unit, clock, auditLog, journal, keys, messenger, filesDir }: Deps) {
  const portion = (id: string, table: string): Promise<number> =>
    unit.together(async () => {
      const rows = sql.table(table);
      const { numAffectedRows = 0n } =
        await sql`delete from ${rows} where ctid = any(array(select ctid from ${rows} limit ${sql.lit(ROWS_AT_ONCE)}))`.execute(
          unit.db,
        );
      const count = Number(numAffectedRows);
      if (count > 0) await addCount(unit, id, table, count);
      return count;
    });

  async function emptied(id: string): Promise<void> {
    // Before the rows that name them; those rows take the photos' own with them.
    for (const photo of await evidenceOf(unit)) rmSync(join(filesDir, photo), { force: true });
    for (const table of boundTables) while ((await portion(id, table)) > 0);
  }

  /** The last step, all at once: nothing is left, the key goes, and the record says so. */
  const close = (id: string): Promise<boolean> =>
    unit.together(async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${keysLock}, 0))`.execute(unit.db);
      const deletedAt = clock.now();
      const row = await unit.db
        .selectFrom('emergency')
        .selectAll()
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!row?.ended_at) return true;
      // What began before the end may have been written after its table was emptied.
      for (const table of boundTables) if (await holdsAny(unit, table)) return false;
      await auditLog.forget({ emergencyId: id });
      await auditLog.append({
        act: 'emergency-deleted',
        node: row.county,
        body: { emergencyId: id, deletedAt: deletedAt.toISOString(), counts: row.counts },
      });
      await unit.db.updateTable('emergency').set({ deleted_at: deletedAt }).where('id', '=', id).execute();
      await messenger.announce({ type: 'emergency', id });
      journal.note([
        {
          emergency: id,
          endedAt: row.ended_at.toISOString(),
          deletedAt: deletedAt.toISOString(),
          counts: row.counts,
        },
      ]);
      // Last: where the database does not take the rest, all of this is done again, and finds no key.
      keys.destroy(id);
      return true;
    });

  return {
    async run(id: string): Promise<void> {
      do await emptied(id);
      while (!(await close(id)));
    },
  };
}

async function addCount(unit: Unit, id: string, table: string, count: number): Promise<void> {
  await sql`update emergency
    set counts = counts || jsonb_build_object(${table}::text, coalesce((counts ->> ${table})::bigint, 0) + ${count}::bigint)
    where id = ${id}`.execute(unit.db);
}

async function holdsAny(unit: Unit, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(unit.db);
  return rows.length > 0;
}
