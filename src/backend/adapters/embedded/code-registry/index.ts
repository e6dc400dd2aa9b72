import { sql } from 'kysely';
import type { Colour } from '@contract/health-code/colour';
import { fail, ok } from '@contract/result';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry } from '../../../ports/code-registry';
import type { Unit } from '../database/unit';
import { bearing } from './bearing';
import { createPlaces } from './places';

/**
 * What is known of issued codes, in the deployment's own database.
 * @param listSize places in one status list, 2^20 at most: the format has room for no more
 */
export function createCodeRegistry(unit: Unit, clock: Clock, listSize = 1 << 20): CodeRegistry {
  const takePlace = createPlaces(unit, clock, listSize);

  async function holdCodes(personIds: readonly string[]): Promise<void> {
    // In one order, so that two who hold several do not wait for each other.
    const names = [...personIds].sort().map((id) => `code of ${id}`);
    await sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) name`.execute(
      unit.db,
    );
  }

  /** Asked while the code is held: whoever turns a colour holds it too. Nothing kept means green. */
  async function isStill(personId: string, colour: Colour): Promise<boolean> {
    const row = await unit.db
      .selectFrom('person_colour')
      .select('colour')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return (row?.colour ?? 'green') === colour;
  }

  return {
    ...bearing(unit, clock),
    holdCodes,

    async spellFor({ personId, bearerId, sessionId, holderKey }, colour, expiresAt) {
      const key = Buffer.from(holderKey);
      /** The key's spell goes on while the colour stays and nothing became of it. */
      const goOn = () =>
        unit.db
          .updateTable('code_spell')
          .set({
            expires_at: sql<Date>`greatest(expires_at, ${expiresAt})`,
            bearer_id: bearerId,
            session_id: sessionId,
          })
          .where('holder_key', '=', key)
          .where('person_id', '=', personId)
          .where('colour', '=', colour)
          .where('status', '=', 0)
          .where('current', '=', true)
          .returning(['list', 'idx as index']);
      const same = await goOn().where('session_id', '=', sessionId).executeTakeFirst();
      if (same) return ok(same);
      return unit.together(async () => {
        // Two calls of one phone take turns; and a session that is being ended is waited for.
        await holdCodes([personId]);
        const session = await unit.db
          .selectFrom('session')
          .select('id')
          .where('id', '=', sessionId)
          .where('expires_at', '>', clock.now())
          .forShare()
          .executeTakeFirst();
        if (!session) return fail('session-ended');
        // By another call meanwhile, or before the phone signed in anew.
        const before = await goOn().executeTakeFirst();
        if (before) return ok(before);
        if (!(await isStill(personId, colour))) return fail('colour-changed');
        await unit.db
          .updateTable('code_spell')
          .set({ current: false })
          .where('holder_key', '=', key)
          .where('person_id', '=', personId)
          .execute();
        const { list, index } = await takePlace({
          person_id: personId,
          bearer_id: bearerId,
          session_id: sessionId,
          holder_key: key,
          colour,
          issued_at: clock.now(),
          expires_at: expiresAt,
        });
        return ok({ list, index });
      });
    },

    paperSpell: (personId, colour, issuedAt, expiresAt) =>
      unit.together(async () => {
        await holdCodes([personId]);
        if (!(await isStill(personId, colour))) return fail('colour-changed');
        const place = await takePlace({
          person_id: personId,
          bearer_id: null,
          session_id: null,
          holder_key: null,
          colour,
          issued_at: issuedAt,
          expires_at: expiresAt,
        });
        return ok(place);
      }),

    async statusOf({ list, index }) {
      const row = await unit.db
        .selectFrom('code_spell')
        .select('status')
        .where('list', '=', list)
        .where('idx', '=', index)
        .executeTakeFirst();
      return row?.status as 0 | 1 | 2 | 3 | undefined;
    },

    async lists() {
      const { last } = await unit.db
        .selectFrom('code_spell')
        .select(({ fn }) => fn.max('list').as('last'))
        .executeTakeFirstOrThrow();
      const set = await unit.db
        .selectFrom('code_spell')
        .select(['list', 'idx as index', 'status'])
        .where('status', '<>', 0)
        .execute();
      const lists = Array.from({ length: (last ?? 0) + 1 }, (_, list) => ({
        list,
        set: [] as { index: number; status: 1 | 2 | 3 }[],
      }));
      for (const { list, index, status } of set)
        lists[list]?.set.push({ index, status: status as 1 | 2 | 3 });
      return lists;
    },

    async lower(personIds, to) {
      const milder = to === 'red' ? ['green', 'yellow'] : ['green'];
      await unit.db
        .updateTable('code_spell')
        .set({ status: to === 'red' ? 3 : 2 })
        .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
        .where('colour', 'in', milder)
        // What is revoked stays so, and what was lowered further too.
        .where('status', 'in', to === 'red' ? [0, 2] : [0])
        .where('expires_at', '>', clock.now())
        .execute();
    },
  };
}
