import { emergencyActs, stateAt } from '@contract/emergency/state';
import { faultOfTerms } from '@contract/emergency/terms';
import { fail, ok } from '@contract/result';
import type { Clock } from '../../../ports/clock';
import { type Emergencies, type Emergency, timesOf } from '../../../ports/emergencies';
import type { ActHandlers, Weight } from '../../../ports/proposals';

/** Whatever it says today, rules and levels of tomorrow turn colours under it: always two. */
const weighty = (counted: string): Weight => ({ couldWorsen: true, worsens: 0, counted });

/**
 * Opening, renewing and ending take two confirmed officers of the county, or above it: the act belongs to the county's
 * node, which nobody below covers.
 */
export function emergencyActHandlers(
  emergencies: Emergencies,
  clock: Clock,
  county: string,
): Required<Pick<ActHandlers, 'emergency-opening' | 'emergency-renewal' | 'emergency-end'>> {
  const now = (): number => clock.now().getTime();

  async function mayOpen(of: string): Promise<boolean> {
    if (of !== county || (await emergencies.inForce())) return false;
    const last = await emergencies.last();
    return !last || last.record !== null;
  }
  /** What may be done to it in the state it is in; undefined of one that is not there. */
  async function may(id: string, act: 'renew' | 'end'): Promise<Emergency | undefined> {
    const emergency = await emergencies.get(id);
    if (!emergency) return undefined;
    const acts: readonly string[] = emergencyActs[stateAt(timesOf(emergency), now())];
    return acts.includes(act) ? emergency : undefined;
  }

  return {
    'emergency-opening': {
      nodeOf: async ({ county: of, terms }) =>
        faultOfTerms(terms, now()) === undefined && (await mayOpen(of)) ? of : undefined,
      weigh: ({ county: of }) => Promise.resolve(weighty(`emergency ${of}`)),
      async apply({ county: of, terms }, { id }) {
        if (faultOfTerms(terms, now()) !== undefined || !(await mayOpen(of))) return fail('outdated');
        await emergencies.open(of, terms, id);
        return ok(undefined);
      },
    },
    'emergency-renewal': {
      nodeOf: async ({ emergencyId, terms }) =>
        faultOfTerms(terms, now()) === undefined ? (await may(emergencyId, 'renew'))?.county : undefined,
      weigh: ({ emergencyId }) => Promise.resolve(weighty(`emergency ${emergencyId}`)),
      async apply({ emergencyId, terms }, { id }) {
        if (faultOfTerms(terms, now()) !== undefined || !(await may(emergencyId, 'renew')))
          return fail('outdated');
        await emergencies.renew(emergencyId, terms, id);
        return ok(undefined);
      },
    },
    'emergency-end': {
      nodeOf: async ({ emergencyId }) => (await may(emergencyId, 'end'))?.county,
      weigh: ({ emergencyId }) => Promise.resolve(weighty(`emergency ${emergencyId}`)),
      async apply({ emergencyId }, { id }) {
        if (!(await may(emergencyId, 'end'))) return fail('outdated');
        await emergencies.end(emergencyId, id);
        return ok(undefined);
      },
    },
  };
}
