import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { ReadingLog, ReadingRole } from '../../../ports/reading-log';
import type { Unit } from '../database/unit';

/** A list and what is opened from it, read in one sitting, are one look. */
const sittingMs = 60 * 1000;
/** The family's phones renew the codes they bear by themselves, every hour: that is one look a day. */
const renewedBySelf: Readonly<Record<string, number>> = { code_spell: 24 * 60 * 60 * 1000 };
/** So much of a log is read at once. */
const atOnce = 1000;

/** Who looked at whose record, in the deployment's own database. */
export function createReadingLog(unit: Unit, clock: Clock): ReadingLog {
  return {
    async note(...readings) {
      const now = clock.now();
      const rows = readings
        .filter(({ subjectId, readerId }) => subjectId !== readerId)
        .map(({ subjectId, readerId, role, what }) => ({
          subject_id: subjectId,
          reader_id: readerId,
          role,
          what,
          since: new Date(now.getTime() - (renewedBySelf[what] ?? sittingMs)),
        }));
      if (rows.length === 0) return;
      await sql`
        insert into reading_log (subject_id, reader_id, role, what, at)
          select distinct subject_id, reader_id, role, what, ${now}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as look (subject_id uuid, reader_id uuid, role text, what text, since timestamptz)
          where not exists (select from reading_log noted
            where noted.subject_id = look.subject_id and noted.reader_id = look.reader_id
              and noted.role = look.role and noted.what = look.what and noted.at > look.since)`.execute(
        unit.db,
      );
    },
    async of(subjectId) {
      const rows = await unit.db
        .selectFrom('reading_log')
        .select(['role', 'what', 'at'])
        .where('subject_id', '=', subjectId)
        .orderBy('at', 'desc')
        .limit(atOnce)
        .execute();
      return rows.map(({ role, what, at }) => ({ role: role as ReadingRole, what, at }));
    },
  };
}
