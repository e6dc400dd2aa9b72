import type { Clock } from '../../../ports/clock';
import type { Colours } from '../../../ports/colours';
import type { Emergencies } from '../../../ports/emergencies';
import type { HealthSource } from '../../../ports/health-source';
import type { Unit } from '../database/unit';
import { createKept } from './kept';

/** Pages in one run of the job: what is more waits for the next minute. */
const PAGES = 20;
/** People asked about at once. */
const AT_ONCE = 8;

/**
 * Reads each source's feed of changes to its end, so that a change reaches people who do not open the app.
 * Outside an emergency nothing is asked, and where a feed was read is forgotten: the next one begins at its beginning.
 * A page counts as read once every change on it has been asked about and has turned whom it turns: what a source does
 * not answer is asked again the next time.
 */
export function createFollowing(
  unit: Unit,
  clock: Clock,
  outside: readonly HealthSource[],
  colours: Pick<Colours, 'recolour'>,
  emergencies: Pick<Emergencies, 'inForce'>,
): () => Promise<void> {
  const kept = createKept(unit, clock);

  async function cursorOf(origin: string): Promise<string | null> {
    const feed = unit.db.selectFrom('source_feed').select('cursor').where('origin', '=', origin);
    return (await feed.executeTakeFirst())?.cursor ?? null;
  }

  /** @returns the people whose facts were asked for, or undefined when the source left one without an answer */
  async function heard(source: HealthSource, personKeys: readonly string[]): Promise<string[] | undefined> {
    if (personKeys.length === 0) return [];
    const keys = personKeys.map((key) => Buffer.from(key, 'hex'));
    const people = await unit.db
      .selectFrom('person')
      .select(['id', 'person_key'])
      .where('person_key', 'in', keys)
      .execute();
    for (let first = 0; first < people.length; first += AT_ONCE) {
      const answers = await Promise.all(
        people.slice(first, first + AT_ONCE).map(async ({ id, person_key }) => {
          const answer = await source.factsOf({ id, personKey: person_key?.toString('hex') ?? null });
          if (answer.ok) await kept.put(id, source.name, answer.value);
          return answer.ok;
        }),
      );
      if (answers.includes(false)) return undefined;
    }
    return people.map(({ id }) => id);
  }

  async function follow(source: HealthSource): Promise<void> {
    for (let page = 0; page < PAGES; page += 1) {
      const after = await cursorOf(source.name);
      const said = await source.changes?.(after);
      if (said?.ok !== true) {
        if (said?.failure !== 'cursor-unknown') return;
        // It forgot where we were, so what it still knows is read from its beginning.
        await unit.db.deleteFrom('source_feed').where('origin', '=', source.name).execute();
        continue;
      }
      const { personKeys, cursor, more } = said.value;
      const people = await heard(source, personKeys);
      if (!people) return;
      await unit.together(async () => {
        await colours.recolour(people);
        const read = { cursor, read_at: clock.now() };
        await unit.db
          .insertInto('source_feed')
          .values({ origin: source.name, ...read })
          .onConflict((conflict) => conflict.column('origin').doUpdateSet(read))
          .execute();
      });
      if (!more || cursor === after) return;
    }
  }

  /** A source that the deployment no longer has says nothing any more. */
  async function forgetOthers(): Promise<void> {
    const names = outside.map(({ name }) => name);
    await unit.together(async () => {
      let gone = unit.db.deleteFrom('fact').where('origin', 'is not', null);
      let heardOf = unit.db.deleteFrom('source_heard');
      if (names.length > 0) {
        gone = gone.where('origin', 'not in', names);
        heardOf = heardOf.where('origin', 'not in', names);
      }
      const rows = await gone.returning('person_id').execute();
      await heardOf.execute();
      await colours.recolour([...new Set(rows.flatMap(({ person_id }) => person_id ?? []))]);
    });
  }

  return async () => {
    if (!(await emergencies.inForce())) return void (await unit.db.deleteFrom('source_feed').execute());
    await forgetOthers();
    for (const source of outside) await follow(source);
  };
}
