import { checkFact } from '@contract/health-rules/check-fact';
import type { ActOf } from '@contract/proposal/act';
import { ok } from '@contract/result';
import type { ActHandler } from '../../../../ports/proposals';
import type { Person } from '../../../../ports/store';
import { couldWorsen, countedAs } from './fact';
import type { HandlerDeps } from './index';

type FileAct = ActOf<'facts-file'>;

/** Many facts at once, by person key: of people who are here, and of people who may come. */
export function factsFileHandler({
  clock,
  colours,
  confirmations,
  county,
  facts,
}: Pick<HandlerDeps, 'clock' | 'colours' | 'confirmations' | 'county' | 'facts'>): ActHandler<'facts-file'> {
  async function holders(act: FileAct): Promise<Map<string, Person>> {
    const found = new Map<string, Person>();
    for (const key of new Set(act.facts.map(({ personKey }) => personKey))) {
      const person = await confirmations.personOf(Buffer.from(key, 'hex'));
      if (person) found.set(key, person);
    }
    return found;
  }

  return {
    nodeOf: () => Promise.resolve(county),
    about: async (act) => [...(await holders(act)).values()].map(({ id }) => id),
    async weigh(act) {
      const here = await holders(act);
      const against = act.facts.filter(({ kind }) => couldWorsen(kind));
      const { worse } = await colours.wouldWorsen({
        facts: act.facts.flatMap(({ personKey, ...fact }) => {
          const person = here.get(personKey);
          return person ? [{ personId: person.id, fact }] : [];
        }),
      });
      // Whoever is not here yet turns on the day they come.
      const toCome = new Set(against.map(({ personKey }) => personKey).filter((key) => !here.has(key)));
      return {
        couldWorsen: against.length > 0 || worse > 0,
        worsens: worse + toCome.size,
        counted: act.facts.map(({ kind }) => countedAs(kind, county)),
      };
    },
    async apply(act, { id }) {
      const here = await holders(act);
      const now = clock.now().getTime();
      for (const { personKey, ...fact } of act.facts) {
        const person = here.get(personKey);
        const known = person ? await facts.of(person.id) : await facts.waitingFor(personKey);
        const again = known.some((one) => sameFact(one, fact));
        // What is over by the time it is signed is nothing any more.
        if (again || !checkFact({ ...fact, source: 'file' }, now).ok) continue;
        await facts.add({ personKey }, { ...fact, source: 'file', proposalId: id });
      }
      await colours.recolour([...here.values()].map(({ id: personId }) => personId));
      return ok(undefined);
    },
  };
}

type Said = Pick<FileAct['facts'][number], 'kind' | 'since' | 'values'>;

/** Whether two say the same of somebody. */
export const sameFact = (one: Said, other: Said): boolean =>
  one.kind === other.kind &&
  Date.parse(one.since) === Date.parse(other.since) &&
  JSON.stringify(Object.entries(one.values).sort()) === JSON.stringify(Object.entries(other.values).sort());
