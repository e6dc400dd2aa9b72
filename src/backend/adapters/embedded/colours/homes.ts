import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import type { Decider } from './decider';

export interface Homes {
  /** Notes when those who live in these places and of whom nothing is known are to be decided anew. */
  note(homes: Iterable<string>, decide: Decider): Promise<void>;
  /** Places whose moment has come. */
  due(): Promise<string[]>;
}

export function createHomes(unit: Unit, clock: Clock): Homes {
  return {
    async note(homes, decide) {
      const moments = [...new Set(homes)]
        .sort()
        .map((node) => ({ node, recheckAt: decide({ home: node, facts: [] }).recheckAt }));
      const rows = moments.flatMap(({ node, recheckAt }) =>
        recheckAt === undefined ? [] : [{ node, recheck_at: new Date(recheckAt) }],
      );
      const never = moments.filter(({ recheckAt }) => recheckAt === undefined).map(({ node }) => node);
      if (rows.length > 0)
        await unit.db
          .insertInto('home_recheck')
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .column('node')
              .doUpdateSet(({ ref }) => ({ recheck_at: ref('excluded.recheck_at') }))
              .where(sql<boolean>`home_recheck.recheck_at <> excluded.recheck_at`),
          )
          .execute();
      if (never.length > 0) await unit.db.deleteFrom('home_recheck').where('node', 'in', never).execute();
    },
    async due() {
      const rows = await unit.db
        .selectFrom('home_recheck')
        .select('node')
        .where('recheck_at', '<=', clock.now())
        .orderBy('node')
        .execute();
      return rows.map(({ node }) => node);
    },
  };
}
