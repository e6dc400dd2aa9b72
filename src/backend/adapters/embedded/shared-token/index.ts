import type { Clock } from '../../../ports/clock';
import type { SharedToken } from '../../../ports/shared-token';
import type { Unit } from '../database/unit';

/**
 * A row that all processes see. Who fetches has a lease rather than a lock: a transaction is not held open over the
 * network, and who dies meanwhile hinders nobody for long.
 */
export function createSharedToken(unit: Unit, clock: Clock, name: string): SharedToken {
  const never = new Date(0);
  const mine = () => unit.db.updateTable('shared_token').where('name', '=', name);
  return {
    async read() {
      const row = await unit.db
        .selectFrom('shared_token')
        .select(['sealed', 'good_until'])
        .where('name', '=', name)
        .executeTakeFirst();
      return row?.sealed ? { sealed: Buffer.from(row.sealed), goodUntil: row.good_until } : undefined;
    },
    async lease(ms) {
      const now = clock.now();
      const until = new Date(now.getTime() + ms);
      const row = await unit.db
        .insertInto('shared_token')
        .values({ name, sealed: null, good_until: never, leased_until: until })
        .onConflict((there) =>
          there
            .column('name')
            .doUpdateSet({ leased_until: until })
            .where('shared_token.leased_until', '<=', now),
        )
        .returning('name')
        .executeTakeFirst();
      return row !== undefined;
    },
    put: async (sealed, goodUntil) =>
      void (await mine().set({ sealed, good_until: goodUntil, leased_until: never }).execute()),
    release: async () => void (await mine().set({ leased_until: never }).execute()),
  };
}
