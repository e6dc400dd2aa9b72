import type { Absences } from '../../../ports/absences';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';

/** Who is away, in the deployment's own database. What is over counts no more, and is deleted by retention. */
export function createAbsences(unit: Unit, clock: Clock): Absences {
  const now = () => unit.db.selectFrom('absence').where('until_at', '>', clock.now());
  return {
    async say({ personId, until, standIn }) {
      const row = { until_at: until, stand_in: standIn };
      await unit.db
        .insertInto('absence')
        .values({ person_id: personId, ...row })
        .onConflict((said) => said.column('person_id').doUpdateSet(row))
        .execute();
    },
    async end(personId) {
      await unit.db.deleteFrom('absence').where('person_id', '=', personId).execute();
    },
    async of(personIds) {
      if (personIds.length === 0) return [];
      const rows = await now().selectAll().where('person_id', 'in', personIds).execute();
      return rows.map((row) => ({ personId: row.person_id, until: row.until_at, standIn: row.stand_in }));
    },
    async coveredBy(standIn) {
      const rows = await now().select('person_id').where('stand_in', '=', standIn).execute();
      return rows.map((row) => row.person_id);
    },
  };
}
