import type { DeclaredEmergency } from '@contract/api';
import type { GateKind } from '@contract/emergency/gate-kinds';
import { countsByKind } from '@contract/emergency/record';
import { endOf, stateAt } from '@contract/emergency/state';
import { faultOfTerms } from '@contract/emergency/terms';
import type { Act, EmergencyTerms } from '@contract/proposal/act';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import { type Emergency, timesOf } from '../ports/emergencies';
import type { Person } from '../ports/store';

type Keys =
  | 'GET /v1/emergencies'
  | 'POST /v1/emergencies'
  | 'POST /v1/emergencies/:id/renewals'
  | 'POST /v1/emergencies/:id/end';

/** Read by anyone; opened, renewed and ended by two officers, through what they propose and sign. */
export function emergencyRoutes({
  clock,
  emergencies,
  issuer,
  proposals,
}: Pick<Ports, 'clock' | 'emergencies' | 'issuer' | 'proposals'>): Handlers<Keys> {
  async function propose(act: Act, by: Person, reason: string): Promise<{ proposalId: string }> {
    const proposed = await proposals.propose(act, by, reason.trim());
    // The act has no place where there is nothing it could be done to.
    if (!proposed.ok)
      throw new Refusal(proposed.failure === 'not-found' ? 'emergency-not-so' : proposed.failure);
    return { proposalId: proposed.value.id };
  }
  function termsOf(terms: EmergencyTerms): EmergencyTerms {
    const sound = { ...terms, endsAt: momentOf(terms.endsAt, '/terms/endsAt').toISOString() };
    const fault = faultOfTerms(sound, clock.now().getTime());
    if (fault)
      throw new Refusal('emergency-terms-refused', { fields: [{ pointer: '/terms', reason: fault }] });
    return sound;
  }

  return {
    'GET /v1/emergencies': async () => {
      const now = clock.now().getTime();
      const [inForce, last] = [await emergencies.inForce(), await emergencies.last()];
      return {
        ...(inForce ? { inForce: viewOf(inForce, now) } : {}),
        ...(last ? { last: viewOf(last, now) } : {}),
      };
    },
    'POST /v1/emergencies': ({ caller: { person }, body: { terms, reason } }) =>
      propose({ kind: 'emergency-opening', county: issuer.county, terms: termsOf(terms) }, person, reason),
    'POST /v1/emergencies/:id/renewals': ({ caller: { person }, params: { id }, body: { terms, reason } }) =>
      propose({ kind: 'emergency-renewal', emergencyId: id, terms: termsOf(terms) }, person, reason),
    'POST /v1/emergencies/:id/end': ({ caller: { person }, params: { id }, body: { reason } }) =>
      propose({ kind: 'emergency-end', emergencyId: id }, person, reason),
  };
}

function viewOf(emergency: Emergency, now: number): DeclaredEmergency {
  const { id, county, terms, openedAt, renewals, record } = emergency;
  const times = timesOf(emergency);
  const state = stateAt(times, now);
  return {
    id,
    county,
    state,
    level: terms.level,
    legalBasis: terms.legalBasis,
    gateKinds: terms.gateKinds as GateKind[],
    endsAt: terms.endsAt,
    openedAt: openedAt.toISOString(),
    renewals: renewals.map(({ at, endsAt }) => ({ at: at.toISOString(), endsAt })),
    ...(state === 'in-force' ? {} : { endedAt: new Date(endOf(times)).toISOString() }),
    ...(record
      ? { record: { deletedAt: record.deletedAt.toISOString(), counts: countsByKind(record.counts) } }
      : {}),
  };
}
