import type { ConsentKind } from '@contract/personal-data/consent';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Consents } from '../../../ports/consents';
import type { Unit } from '../database/unit';
import { whatGoes } from './what-goes';

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
