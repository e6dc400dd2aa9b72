import { checkFact } from '@contract/health-rules/check-fact';
import type { Fact } from '@contract/health-rules/fact';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { factOf, standing } from '../facts/rows';

/** What sources outside said last, so that it stands while they do not answer, and so that many can be decided at once. */
export interface Kept {
  /** What it says now takes the place of what it said before. @returns the facts under ids of our own */
  put(personId: string, origin: string, facts: readonly Fact[]): Promise<Fact[]>;
  of(personId: string, origin: string): Promise<{ facts: Fact[]; heardAt: Date | undefined }>;
}

export function createKept(unit: Unit, clock: Clock): Kept {
  const said = async (personId: string, origin: string): Promise<Fact[]> => {
    const rows = standing(unit, clock.now()).where('person_id', '=', personId).where('origin', '=', origin);
    return (await rows.execute()).map(factOf);
  };

  /** What the registry of kinds does not know is not taken, and nothing is kept longer than it says. */
  function taken(facts: readonly Fact[]): Fact[] {
    return facts.flatMap((fact) => {
      const checked = checkFact({ ...fact, source: 'city' }, clock.now().getTime());
      if (!checked.ok) return [];
      const expiresAt = [checked.value.expiresAt, fact.expiresAt].sort()[0] ?? checked.value.expiresAt;
      return [{ ...fact, source: 'city' as const, expiresAt }];
    });
  }

  return {
    put: (personId, origin, facts) =>
      unit.together(async () => {
        const now = taken(facts);
        let gone = unit.db.deleteFrom('fact').where('person_id', '=', personId).where('origin', '=', origin);
        if (now.length > 0)
          gone = gone.where(
            'origin_id',
            'not in',
            now.map(({ id }) => id),
          );
        await gone.execute();
        for (const { id, kind, values, from, since, expiresAt } of now) {
          const content = {
            kind,
            values: JSON.stringify(values),
            from_whom: JSON.stringify(from),
            since: new Date(since),
            expires_at: new Date(expiresAt),
          };
          await unit.db
            .insertInto('fact')
            .values({
              id: randomUUID(),
              person_id: personId,
              person_key: null,
              ...content,
              source: 'city',
              entered_at: clock.now(),
              declaration_id: null,
              proposal_id: null,
              origin,
              origin_id: id,
            })
            .onConflict((conflict) =>
              conflict.columns(['person_id', 'origin', 'origin_id']).doUpdateSet(content),
            )
            .execute();
        }
        const heard = { heard_at: clock.now() };
        await unit.db
          .insertInto('source_heard')
          .values({ person_id: personId, origin, ...heard })
          .onConflict((conflict) => conflict.columns(['person_id', 'origin']).doUpdateSet(heard))
          .execute();
        return said(personId, origin);
      }),
    async of(personId, origin) {
      const row = await unit.db
        .selectFrom('source_heard')
        .select('heard_at')
        .where('person_id', '=', personId)
        .where('origin', '=', origin)
        .executeTakeFirst();
      return { facts: await said(personId, origin), heardAt: row?.heard_at };
    },
  };
}
