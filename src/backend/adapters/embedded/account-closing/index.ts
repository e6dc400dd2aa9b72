import type { ClosingObstacle } from '@contract/personal-data/obstacle';
import { sql } from 'kysely';
import type { AccountClosing } from '../../../ports/account-closing';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { DeletionJournal } from '../../../ports/deletion-journal';
import type { CodeRegistry } from '../../../ports/code-registry';
import { attached } from '../database/attached';
import { revokeCodes } from '../account-joins/revoke-codes';
import type { Unit } from '../database/unit';
import { childrenLeftAlone } from './children';

const openRequest = sql<boolean>`exists (select from service_request
  where filer_id = person.id and state not in ('closed', 'referred', 'withdrawn'))`;
const role = sql<boolean>`exists (select from role_grant where person_id = person.id)
  or exists (select from staff where person_id = person.id)`;

/** Ends accounts in the deployment's own database. Whatever refers to a person goes with them, or forgets who it was. */
export function createAccountClosing(
  unit: Unit,
  clock: Clock,
  codeRegistry: Pick<CodeRegistry, 'revokeBorne' | 'revokePhone' | 'papersOf' | 'revokePaper'>,
  auditLog: Pick<AuditLog, 'forget'>,
  journal: Pick<DeletionJournal, 'note'>,
): AccountClosing {
  const asked: AccountClosing['asked'] = async (personId) => {
    const row = await unit.db
      .selectFrom('account_closing')
      .select(['asked_at as askedAt', 'answer_by as answerBy'])
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return row;
  };

  async function remove(personId: string): Promise<void> {
    journal.note([{ account: personId }]);
    await revokeCodes(unit, codeRegistry, personId);
    const alone = await childrenLeftAlone(unit, personId);
    const { rows } = await sql<{ id: string }>`
      select id from person where id = ${personId} or joined_into = ${personId}`.execute(unit.db);
    for (const { id } of rows) {
      await auditLog.forget({ personId: id });
      await sql`delete from service_request where filer_id = ${id}`.execute(unit.db);
      await sql`delete from complaint where filer_id = ${id}`.execute(unit.db);
      // A photo or a voice note that somebody else's matter holds stays with that matter, and what hangs on the board there.
      await sql`delete from photo where owner_id = ${id}
        and not exists (select from service_request_photo where photo_id = photo.id)
        and not ${attached('photo.id')}`.execute(unit.db);
      await sql`delete from pdf where owner_id = ${id} and not ${attached('pdf.id')}`.execute(unit.db);
      await sql`delete from voice_note where owner_id = ${id}
        and not exists (select from service_request_event where voice_id = voice_note.id)`.execute(unit.db);
    }
    await sql`delete from person where id = ${personId}`.execute(unit.db);
    for (const child of alone) await remove(child);
  }

  return {
    async against(personId) {
      const row = await unit.db
        .selectFrom('person')
        .select([role.as('role'), openRequest.as('open')])
        .where('id', '=', personId)
        .executeTakeFirstOrThrow();
      const found: [ClosingObstacle, boolean][] = [
        ['role', row.role],
        ['open-request', row.open],
      ];
      return found.flatMap(([obstacle, stands]) => (stands ? [obstacle] : []));
    },
    asked,
    async ask(personId, answerBy) {
      await unit.db
        .insertInto('account_closing')
        .values({ person_id: personId, asked_at: clock.now(), answer_by: answerBy })
        .onConflict((again) => again.doNothing())
        .execute();
      return (await asked(personId)) ?? { askedAt: clock.now(), answerBy };
    },
    async takeBack(personId) {
      await unit.db.deleteFrom('account_closing').where('person_id', '=', personId).execute();
    },
    async due() {
      const rows = await unit.db
        .selectFrom('account_closing')
        .innerJoin('person', 'person.id', 'account_closing.person_id')
        .select('person.id')
        .where(sql<boolean>`not (${role}) and (answer_by <= ${clock.now()} or not ${openRequest})`)
        .execute();
      return rows.map(({ id }) => id);
    },
    close: (personId) =>
      unit.together(async () => {
        await remove(personId);
        // A backup made before must not bring them back.
        journal.note([{ account: personId }]);
      }),
  };
}
