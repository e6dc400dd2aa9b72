import { dayAt } from '@contract/calendar-day';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry } from '../../../ports/code-registry';
import type { Phones } from '../../../ports/phones';
import type { Unit } from '../database/unit';

/** Phones as the sessions of the deployment's own database know them. */
export function createPhones(
  unit: Unit,
  clock: Clock,
  codeRegistry: Pick<CodeRegistry, 'borneBy' | 'revokePhone'>,
): Phones {
  /** Session and codes together: half of it would leave a code on a phone that its owner no longer sees. */
  const end = (personId: string, id?: string): Promise<number> =>
    unit.together(async () => {
      const ended = await unit.db
        .updateTable('session')
        .set({ expires_at: clock.now() })
        .where('person_id', '=', personId)
        .where('expires_at', '>', clock.now())
        .$if(id !== undefined, (query) => query.where('id', '=', id as string))
        .returning('id')
        .execute();
      for (const session of ended) await codeRegistry.revokePhone(session.id);
      return ended.length;
    });

  return {
    async of(personId) {
      const rows = await unit.db
        .selectFrom('session')
        .select(['id', 'device', 'created_at', sql<string | null>`used_on::text`.as('used_on')])
        .where('person_id', '=', personId)
        .where('expires_at', '>', clock.now())
        .orderBy('used_on', (order) => order.desc().nullsLast())
        .orderBy('created_at', 'desc')
        .execute();
      return Promise.all(
        rows.map(async (row) => ({
          id: row.id,
          device: row.device,
          signedInAt: row.created_at,
          usedOn: row.used_on ?? dayAt(row.created_at.getTime()),
          bears: await codeRegistry.borneBy(row.id),
        })),
      );
    },
    lose: async (personId, id) => (await end(personId, id)) > 0,
    loseAll: (personId) => end(personId),
  };
}
