import { randomInt } from 'node:crypto';
import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { StatusSpell } from '../../../ports/code-registry';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';

/** Cached lists live 24 hours: a place is free again only after that. */
const restMs = 24 * 60 * 60 * 1000;
/** One more list is begun when so many random tries found their place taken: the lists are well over half full. */
const triesBeforeAnother = 16;

export type Occupant = Omit<Insertable<Schema['code_spell']>, 'list' | 'idx' | 'id' | 'status' | 'current'>;

/** Gives each spell a place at random among all lists there are, so that neighbours in a list have nothing in common. */
export function createPlaces(
  unit: Unit,
  clock: Clock,
  listSize: number,
): (row: Occupant) => Promise<StatusSpell & { id: string }> {
  /** How many lists are in use. Another process may have begun one more: it is found in time, at no harm. */
  let known: number | undefined;

  async function lists(): Promise<number> {
    const { last } = await unit.db
      .selectFrom('code_spell')
      .select(({ fn }) => fn.max('list').as('last'))
      .executeTakeFirstOrThrow();
    return (last ?? 0) + 1;
  }

  function take(list: number, row: Occupant): Promise<(StatusSpell & { id: string }) | undefined> {
    const free = new Date(clock.now().getTime() - restMs);
    const fresh = { ...row, status: 0, current: true, id: sql<string>`gen_random_uuid()` };
    return unit.db
      .insertInto('code_spell')
      .values({ list, idx: randomInt(listSize), ...fresh })
      .onConflict((conflict) =>
        conflict.columns(['list', 'idx']).doUpdateSet(fresh).where('code_spell.expires_at', '<', free),
      )
      .returning(['list', 'idx as index', 'id'])
      .executeTakeFirst();
  }

  return async (row) => {
    known ??= await lists();
    for (let tried = 1; ; tried += 1) {
      const place = await take(randomInt(known), row);
      if (place) return place;
      if (tried % triesBeforeAnother === 0) known += 1;
    }
  };
}
