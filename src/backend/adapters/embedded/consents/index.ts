import type { ConsentKind } from '@contract/personal-data/consent';
import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Consents } from '../../../ports/consents';
import type { Unit } from '../database/unit';

/** What was kept by a consent, and goes with it. */
const whatGoes: Readonly<Record<ConsentKind, (personId: string) => RawBuilder<unknown>>> = {
  // Their facts go with the declarations. What a guardian said of a child is the guardian's to take back.
  health: (personId) =>
    sql`delete from declaration where person_id = ${personId} and declared_by = ${personId}`,
  // Grid and address stay, so that the matter can be handled.
  location: (personId) => sql`
    update service_request set place = place - 'point'
      where filer_id = ${personId} and jsonb_exists(place, 'point')`,
};

/** Separate consents in the deployment's own database. */
export function createConsents(unit: Unit, clock: Clock): Consents {
  const standing = () => unit.db.selectFrom('consent').where('withdrawn_at', 'is', null);
  const end = (personId: string, kind: ConsentKind) =>
    unit.db
      .updateTable('consent')
      .set({ withdrawn_at: clock.now() })
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .where('withdrawn_at', 'is', null)
      .execute();

  return {
    async of(personId) {
      const rows = await standing()
        .select(['kind', 'version', 'given_at'])
        .where('person_id', '=', personId)
        .execute();
      return rows.map(({ kind, version, given_at: givenAt }) => ({
        kind: kind as ConsentKind,
        version,
        givenAt,
      }));
    },
    async isTakenBack(personId, kind) {
      const rows = await unit.db
        .selectFrom('consent')
        .select('withdrawn_at')
        .where('person_id', '=', personId)
        .where('kind', '=', kind)
        .execute();
      return rows.length > 0 && rows.every((row) => row.withdrawn_at !== null);
    },
    give: (personId, kind, version) =>
      unit.together(async () => {
        const same = await standing()
          .select('id')
          .where('person_id', '=', personId)
          .where('kind', '=', kind)
          .where('version', '=', version)
          .executeTakeFirst();
        if (same) return;
        await end(personId, kind);
        await unit.db
          .insertInto('consent')
          .values({
            id: randomUUID(),
            person_id: personId,
            kind,
            version,
            given_at: clock.now(),
            withdrawn_at: null,
          })
          // Two phones at once say yes once.
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    withdraw: (personId, kind) =>
      unit.together(async () => {
        await end(personId, kind);
        await whatGoes[kind](personId).execute(unit.db);
      }),
  };
}
