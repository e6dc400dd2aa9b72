import type { ProposalView } from '@contract/api';
import type { ErrorCode } from '@contract/errors';
import { checkFact } from '@contract/health-rules/check-fact';
import { holds, servingRole } from '@contract/role';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { DecidingFailure, Proposal } from '../ports/proposals';
import type { Person } from '../ports/store';
import { proposalViews } from './proposal-view';

type Keys =
  | 'GET /v1/proposals'
  | 'GET /v1/proposals/:id'
  | 'POST /v1/proposals'
  | 'POST /v1/proposals/:id/signature'
  | 'POST /v1/proposals/:id/refusal'
  | 'POST /v1/proposals/:id/withdrawal';

export const proposalRefusals = {
  'not-found': 'not-found',
  'outside-your-place': 'outside-your-place',
  'name-not-confirmed': 'name-not-confirmed',
  'concerns-you': 'concerns-you',
  'own-proposal': 'own-proposal',
  'not-waiting': 'not-waiting',
  outdated: 'proposal-outdated',
} as const satisfies Record<DecidingFailure | 'outdated', ErrorCode>;

/** What officials do that could worsen a colour: it waits here for a second. */
export function proposalRoutes(
  ports: Pick<
    Ports,
    'accountJoins' | 'clock' | 'directory' | 'emergencies' | 'facts' | 'proposals' | 'readingLog' | 'store'
  >,
): Handlers<Keys> {
  const { clock, emergencies, proposals, readingLog } = ports;
  const viewOf = proposalViews(ports);

  async function shown(caller: Person, ...found: readonly Proposal[]): Promise<ProposalView[]> {
    const views: ProposalView[] = [];
    for (const proposal of found) {
      const { view, subjectId } = await viewOf(proposal, caller);
      views.push(view);
      const role = servingRole(caller.grants, proposal.node) ?? 'officer';
      if (subjectId !== undefined)
        await readingLog.note({ subjectId, readerId: caller.id, role, what: 'proposal' });
    }
    return views;
  }

  async function one(caller: Person, proposal: Proposal): Promise<ProposalView> {
    const [view] = await shown(caller, proposal);
    return view as ProposalView;
  }

  /** To somebody who neither decides there nor had a hand in it, it does not exist. */
  async function visible(caller: Person, id: string): Promise<Proposal> {
    const proposal = await proposals.get(id);
    const hands = proposal ? [proposal.proposedBy, ...proposal.signedBy] : [];
    if (
      !proposal ||
      (!holds(caller.grants, 'officer', proposal.node) &&
        !hands.some(({ personId }) => personId === caller.id))
    )
      throw new Refusal('not-found');
    return proposal;
  }

  return {
    'GET /v1/proposals': async ({ caller: { person } }) => shown(person, ...(await proposals.of(person))),
    'GET /v1/proposals/:id': async ({ caller: { person }, params: { id } }) =>
      one(person, await visible(person, id)),
    'POST /v1/proposals': async ({ caller: { person }, body: { act, reason } }) => {
      if (act.kind === 'fact') {
        if (!(await emergencies.inForce())) throw new Refusal('no-emergency');
        const checked = checkFact({ ...act.fact, source: 'official' }, clock.now().getTime());
        if (!checked.ok)
          throw new Refusal('fact-invalid', { fields: [{ pointer: '/act/fact', reason: checked.failure }] });
      }
      const filed = await proposals.propose(act, person, reason.trim());
      if (!filed.ok) throw new Refusal(proposalRefusals[filed.failure]);
      return one(person, filed.value);
    },
    'POST /v1/proposals/:id/signature': async ({ caller: { person }, params: { id } }) => {
      await visible(person, id);
      const signed = await proposals.sign(id, person);
      if (!signed.ok) throw new Refusal(proposalRefusals[signed.failure]);
      return one(person, signed.value);
    },
    'POST /v1/proposals/:id/refusal': async ({ caller: { person }, params: { id }, body: { words } }) => {
      await visible(person, id);
      const refused = await proposals.refuse(id, person, words.trim());
      if (!refused.ok) throw new Refusal(proposalRefusals[refused.failure]);
      return one(person, refused.value);
    },
    'POST /v1/proposals/:id/withdrawal': async ({ caller: { person }, params: { id } }) => {
      const withdrawn = await proposals.withdraw(id, person);
      if (!withdrawn.ok) throw new Refusal(proposalRefusals[withdrawn.failure]);
      return one(person, withdrawn.value);
    },
  };
}
