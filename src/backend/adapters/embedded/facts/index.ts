import { checkFact } from '@contract/health-rules/check-fact';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Facts } from '../../../ports/colours';
import type { Unit } from '../database/unit';
import { factOf, standing } from './rows';

/** What is known of people, in the deployment's own database. */
export function createFacts(unit: Unit, clock: Clock): Facts {
  const facts = () => standing(unit, clock.now());
  const keyOf = (hex: string): Buffer => Buffer.from(hex, 'hex');
  /** Somebody who is confirmed with a key and a fact that comes for it take turns: neither misses the other. */
  const inTurn = <T>(personKey: string, work: () => Promise<T>): Promise<T> =>
    unit.together(async () => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`person ${personKey}`}, 0))`.execute(unit.db);
      return work();
    });

  async function holderOf(personKey: string): Promise<string | undefined> {
    const row = await unit.db
      .selectFrom('person')
      .select('id')
      .where('person_key', '=', keyOf(personKey))
      .executeTakeFirst();
    return row?.id;
  }

  async function insert(
    whose: { person_id: string; person_key: null } | { person_id: null; person_key: Buffer },
    { kind, values, from, since, source, proposalId, declarationId }: Parameters<Facts['add']>[1],
  ): Promise<string> {
    const checked = checkFact({ kind, values, source, since }, clock.now().getTime());
    if (!checked.ok) throw new RangeError(`a fact of the kind ${kind}: ${checked.failure}`);
    const id = randomUUID();
    await unit.db
      .insertInto('fact')
      .values({
        id,
        ...whose,
        kind,
        values: JSON.stringify(values),
        source,
        from_whom: JSON.stringify(from),
        since: new Date(since),
        expires_at: new Date(checked.value.expiresAt),
        entered_at: clock.now(),
        declaration_id: declarationId ?? null,
        proposal_id: proposalId ?? null,
        origin: null,
        origin_id: null,
      })
      .execute();
    return id;
  }

  return {
    of: async (personId) => (await facts().where('person_id', '=', personId).execute()).map(factOf),
    async get(id) {
      const row = await facts().where('id', '=', id).executeTakeFirst();
      return row && { ...factOf(row), personId: row.person_id };
    },
    add: (whose, fact) =>
      'personId' in whose
        ? insert({ person_id: whose.personId, person_key: null }, fact)
        : inTurn(whose.personKey, async () => {
            const holder = await holderOf(whose.personKey);
            return holder === undefined
              ? insert({ person_id: null, person_key: keyOf(whose.personKey) }, fact)
              : insert({ person_id: holder, person_key: null }, fact);
          }),
    async remove(id) {
      await unit.db.deleteFrom('fact').where('id', '=', id).execute();
    },
    waitingFor: async (personKey) =>
      (await facts().where('person_key', '=', keyOf(personKey)).execute()).map(factOf),
    attach: (personKey, personId) =>
      inTurn(personKey, async () => {
        const { numUpdatedRows } = await unit.db
          .updateTable('fact')
          .set({ person_id: personId, person_key: null })
          .where('person_key', '=', keyOf(personKey))
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    async deleteExpired() {
      const gone = await unit.db
        .deleteFrom('fact')
        .where('expires_at', '<=', clock.now())
        .returning('person_id')
        .execute();
      await unit.db.deleteFrom('declaration').where('expires_at', '<=', clock.now()).execute();
      return [...new Set(gone.flatMap(({ person_id }) => (person_id === null ? [] : [person_id])))];
    },
  };
}
