import { fail, ok } from '@contract/result';
import type { ActHandler } from '../../../../ports/proposals';
import { couldWorsen, countedAs } from './fact';
import type { HandlerDeps } from './index';

/** Something said of somebody is taken away: what was against them at once, what helped them waits. */
export function factRemovalHandler({
  colours,
  facts,
  people,
}: Pick<HandlerDeps, 'colours' | 'facts' | 'people'>): ActHandler<'fact-removal'> {
  async function found(factId: string) {
    const fact = await facts.get(factId);
    const person = fact?.personId ? await people.get(fact.personId) : undefined;
    return fact && person && { fact, person };
  }

  return {
    nodeOf: async ({ factId }) => (await found(factId))?.person.home?.node,
    about: async ({ factId }) => {
      const of = await found(factId);
      return of ? [of.person.id] : [];
    },
    async weigh({ factId }) {
      const of = await found(factId);
      const { worse } = await colours.wouldWorsen({ without: [factId] });
      return {
        couldWorsen: (of !== undefined && !couldWorsen(of.fact.kind)) || worse > 0,
        worsens: worse,
        counted: countedAs(`without ${of?.fact.kind ?? ''}`, of?.person.home?.node ?? ''),
      };
    },
    async apply({ factId }) {
      const of = await found(factId);
      if (!of) return fail('outdated');
      await facts.remove(factId);
      await colours.recolour([of.person.id]);
      return ok(undefined);
    },
  };
}
