import { checkFact } from '@contract/health-rules/check-fact';
import { factKind } from '@contract/health-rules/fact-kinds';
import type { EnteredFact } from '@contract/proposal/act';
import { atLevel } from '@contract/region/code';
import { fail, ok } from '@contract/result';
import type { ActHandler } from '../../../../ports/proposals';
import type { HandlerDeps } from './index';

/** Of which facts it can never be said that they are against somebody; what nobody knows is. */
export const couldWorsen = (kind: string): boolean => factKind(kind)?.direction !== 'helps';

/** One rule looks at one kind; the source is whoever speaks for the county. */
export const countedAs = (kind: string, node: string): string => `${kind} ${atLevel(node, 'county') ?? node}`;

/** An official says something of somebody: what helps counts at once, what could worsen waits. */
export function factHandler({
  clock,
  colours,
  facts,
  people,
}: Pick<HandlerDeps, 'clock' | 'colours' | 'facts' | 'people'>): ActHandler<'fact'> {
  const homeOf = async (personId: string) => (await people.get(personId))?.home?.node;
  const fits = (fact: EnteredFact): boolean =>
    checkFact({ ...fact, source: 'official' }, clock.now().getTime()).ok;

  return {
    nodeOf: ({ personId, fact }) => (fits(fact) ? homeOf(personId) : Promise.resolve(undefined)),
    about: ({ personId }) => Promise.resolve([personId]),
    async weigh({ personId, fact }) {
      const { worse } = await colours.wouldWorsen({ facts: [{ personId, fact }] });
      return {
        couldWorsen: couldWorsen(fact.kind) || worse > 0,
        worsens: worse,
        counted: countedAs(fact.kind, (await homeOf(personId)) ?? ''),
      };
    },
    async apply({ personId, fact }, { id }) {
      const person = await people.get(personId);
      if (!person || !fits(fact)) return fail('outdated');
      await facts.add({ personId: person.id }, { ...fact, source: 'official', proposalId: id });
      await colours.recolour([person.id]);
      return ok(undefined);
    },
  };
}
