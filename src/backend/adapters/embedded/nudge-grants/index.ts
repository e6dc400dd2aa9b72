import { MOST_WAITING } from '@contract/nudge/kind';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { NudgeGrant, NudgeGrants } from '../../../ports/nudge-grants';
import type { Unit } from '../database/unit';

/** What people said yes to, in the deployment's own database. */
export function createNudgeGrants(unit: Unit, clock: Clock): NudgeGrants {
  const unspent = ({ kind, requestId, templateId }: NudgeGrant) =>
    unit.db
      .selectFrom('nudge_grant')
      .where('kind', '=', kind)
      .where('template_id', '=', templateId)
      .where('spent_on', 'is', null)
      .$if(requestId !== undefined, (query) => query.where('request_id', '=', requestId as string));

  const waiting: NudgeGrants['waiting'] = async (personId, grant) => {
    const row = await unspent(grant)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  };

  return {
    waiting,
    async add(personId, grant) {
      if ((await waiting(personId, grant)) >= MOST_WAITING) return;
      await unit.db
        .insertInto('nudge_grant')
        .values({
          id: randomUUID(),
          person_id: personId,
          kind: grant.kind,
          request_id: grant.requestId ?? null,
          template_id: grant.templateId,
          granted_at: clock.now(),
          spent_on: null,
        })
        .execute();
    },
    async awaited(kind, requestId) {
      const row = await unit.db
        .selectFrom('nudge_grant')
        .select('id')
        .where('kind', '=', kind)
        .where('spent_on', 'is', null)
        .$if(requestId !== undefined, (query) => query.where('request_id', '=', requestId as string))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async holders(grant, { at, after, limit }) {
      const rows = await unspent(grant)
        .select('person_id')
        .distinct()
        .where('granted_at', '<=', at)
        .$if(after !== undefined, (query) => query.where('person_id', '>', after as string))
        .orderBy('person_id')
        .limit(limit)
        .execute();
      return rows.map(({ person_id }) => person_id);
    },
    claim: (personId, grant, { key, at }) =>
      unit.together(async () => {
        // One at a time for a person: who comes second sees what the first has used up.
        await sql`select from person where id = ${personId} for no key update`.execute(unit.db);
        const row = await unit.db
          .updateTable('nudge_grant')
          .set({ spent_on: key })
          .where('id', '=', () =>
            unspent(grant)
              .select('id')
              .where('person_id', '=', personId)
              .where('granted_at', '<=', at)
              .orderBy('granted_at')
              .orderBy('id')
              .limit(1),
          )
          .where(
            sql<boolean>`not exists (select from nudge_grant told where told.person_id = ${personId} and told.spent_on = ${key})`,
          )
          .returning('id')
          .executeTakeFirst();
        return row?.id;
      }),
    giveBack: async (id) =>
      void (await unit.db.updateTable('nudge_grant').set({ spent_on: null }).where('id', '=', id).execute()),
    drop: async (personId, templateId) =>
      void (await unit.db
        .deleteFrom('nudge_grant')
        .where('person_id', '=', personId)
        .where('template_id', '=', templateId)
        .where('spent_on', 'is', null)
        .execute()),
    async subjectsOf(personId, provider) {
      const rows = await unit.db
        .selectFrom('identity')
        .select('subject')
        .where('person_id', '=', personId)
        .where('provider', '=', provider)
        .orderBy('subject')
        .execute();
      return rows.map(({ subject }) => subject);
    },
  };
}
