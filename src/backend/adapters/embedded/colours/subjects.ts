import type { Colour } from '@contract/health-code/colour';
import type { Fact } from '@contract/health-rules/fact';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { factOf, standing } from '../facts/rows';

/** Somebody whose colour is decided, and what it was decided to be last. */
export interface Subject {
  id: string;
  home: string | null;
  facts: readonly Fact[];
  /** Green since they are here, for somebody of whom nothing was ever decided. */
  last: { colour: Colour; since: Date; recheckAt: Date | null };
}

export interface Subjects {
  /** With facts that the caller knows. */
  one(id: string, facts: readonly Fact[]): Promise<Subject>;
  of(ids: readonly string[]): Promise<Subject[]>;
  /** Those who live under a node or have facts about a place under it, in the order of their ids; all under `''`. */
  idsUnder(under: string, after: string | undefined, limit: number): Promise<string[]>;
}

export function createSubjects(unit: Unit, clock: Clock): Subjects {
  const people = () =>
    unit.db
      .selectFrom('person')
      .leftJoin('person_colour', 'person_colour.person_id', 'person.id')
      .select([
        'person.id',
        'person.home_node',
        'person.created_at',
        'person_colour.colour',
        'person_colour.since',
        'person_colour.recheck_at',
      ]);

  async function factsOf(ids: readonly string[]): Promise<Map<string | null, Fact[]>> {
    const facts = new Map<string | null, Fact[]>();
    const rows = standing(unit, clock.now()).where(sql<boolean>`person_id = any(${[...ids]}::uuid[])`);
    for (const row of await rows.execute()) {
      const known = facts.get(row.person_id);
      if (known) known.push(factOf(row));
      else facts.set(row.person_id, [factOf(row)]);
    }
    return facts;
  }

  return {
    one: async (id, facts) =>
      subjectOf(await people().where('person.id', '=', id).executeTakeFirstOrThrow(), facts),
    async of(ids) {
      const facts = await factsOf(ids);
      const rows = people().where(sql<boolean>`person.id = any(${[...ids]}::uuid[])`);
      return (await rows.execute()).map((row) => subjectOf(row, facts.get(row.id) ?? []));
    },
    async idsUnder(under, after, limit) {
      let query = unit.db
        .selectFrom('person')
        .select('id')
        .where('joined_into', 'is', null)
        .orderBy('id')
        .limit(limit);
      if (after !== undefined) query = query.where('id', '>', after);
      if (under !== '')
        query = query.where(
          sql<boolean>`(home_node like ${`${under}%`} or exists (
            select from fact where fact.person_id = person.id and fact."values" ->> 'node' like ${`${under}%`}))`,
        );
      return (await query.execute()).map(({ id }) => id);
    },
  };
}

interface Row {
  id: string;
  home_node: string | null;
  created_at: Date;
  colour: string | null;
  since: Date | null;
  recheck_at: Date | null;
}

const subjectOf = (row: Row, facts: readonly Fact[]): Subject => ({
  id: row.id,
  home: row.home_node,
  facts,
  last: {
    colour: (row.colour ?? 'green') as Colour,
    since: row.since ?? row.created_at,
    recheckAt: row.recheck_at,
  },
});
