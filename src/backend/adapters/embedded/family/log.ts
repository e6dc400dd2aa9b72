import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { FamilyNote } from '../../../ports/family';
import type { Unit } from '../database/unit';

/** A list and what is opened from it, read in one sitting, are one reading. */
const sittingMs = 60 * 1000;
/** So much of a log is read at once. */
const atOnce = 100;

/** What was done under a relation, for the person it was done for. */
export function createLog(unit: Unit, clock: Clock) {
  return {
    async write(relationId: string, what: FamilyNote['what']): Promise<void> {
      const now = clock.now();
      const sitting = new Date(now.getTime() - (what === 'read' ? sittingMs : 0));
      await sql`
        insert into family_log (relation_id, what, at)
          select ${relationId}::uuid, ${what}::text, ${now}::timestamptz where not exists (
            select from family_log where relation_id = ${relationId}
              and what = ${what} and at > ${sitting})`.execute(unit.db);
    },
    async read(relationId: string): Promise<FamilyNote[]> {
      const rows = await unit.db
        .selectFrom('family_log')
        .select(['what', 'at'])
        .where('relation_id', '=', relationId)
        .orderBy('at', 'desc')
        .limit(atOnce)
        .execute();
      return rows.map(({ what, at }) => ({ what: what as FamilyNote['what'], at }));
    },
  };
}
