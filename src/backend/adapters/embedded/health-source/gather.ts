import type { Fact } from '@contract/health-rules/fact';
import type { Clock } from '../../../ports/clock';
import type { HealthSource, SourcePerson } from '../../../ports/health-source';
import type { Unit } from '../database/unit';
import { createKept } from './kept';

export interface Gathered {
  facts: Fact[];
  /** When the source longest unheard was last heard; absent while all answer. */
  heardAt?: Date;
}

/** Everything that every source says of a person. */
export type Gathering = (personId: string) => Promise<Gathered>;

/**
 * @param here the deployment's own facts
 * @param outside asked all at once; what each said last stands while it does not answer
 */
export function createGathering(
  unit: Unit,
  clock: Clock,
  here: HealthSource,
  outside: readonly HealthSource[],
): Gathering {
  const kept = createKept(unit, clock);

  async function asked(person: SourcePerson, source: HealthSource): Promise<Gathered> {
    const answer = await source.factsOf(person);
    if (answer.ok) return { facts: await kept.put(person.id, source.name, answer.value) };
    const { facts, heardAt } = await kept.of(person.id, source.name);
    // Never heard of this person: there is no word that could be old.
    return heardAt ? { facts, heardAt } : { facts };
  }

  return async (personId) => {
    const person = { id: personId, personKey: outside.length > 0 ? await personKeyOf(unit, personId) : null };
    const own = await here.factsOf(person);
    const all: Gathered[] = own.ok ? [{ facts: [...own.value] }] : [];
    all.push(...(await Promise.all(outside.map((source) => asked(person, source)))));
    const [heardAt] = all.flatMap((each) => each.heardAt ?? []).sort((a, b) => a.getTime() - b.getTime());
    return { facts: all.flatMap(({ facts }) => facts), ...(heardAt ? { heardAt } : {}) };
  };
}

async function personKeyOf(unit: Unit, personId: string): Promise<string | null> {
  const row = await unit.db
    .selectFrom('person')
    .select('person_key')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.person_key?.toString('hex') ?? null;
}
