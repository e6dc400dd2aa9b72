import { serves } from '@contract/role';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { AccountJoin } from '../ports/account-joins';
import type { Person } from '../ports/store';
import { proposalRefusals } from './proposals';

const reasonHeld = '合并账号：另一个账号有记录 Joining accounts: the other one has facts';

export function accountJoinRoutes({
  accountJoins,
  messenger,
  proposals,
  store,
}: Pick<Ports, 'accountJoins' | 'messenger' | 'proposals' | 'store'>): Handlers<
  'GET /v1/me/account-joins' | 'POST /v1/account-joins/:id/answer'
> {
  /** The first account's owner; or the desk: who saw the document and still serves there, or an officer of the place. */
  async function mayAnswer({ firstId, secondId, seenBy }: AccountJoin, caller: Person): Promise<boolean> {
    if (caller.id === firstId) return true;
    if (caller.id === secondId) return false;
    const homes = (await Promise.all([firstId, secondId].map((id) => store.people.get(id)))).flatMap(
      (person) => (person?.home ? [person.home.node] : []),
    );
    const deciding =
      seenBy === caller.id ? caller.grants : caller.grants.filter(({ role }) => role === 'officer');
    return homes.some((node) => serves(deciding, node));
  }

  return {
    'GET /v1/me/account-joins': async ({ caller: { person } }) => {
      const joins = await accountJoins.openFor(person.id);
      return joins.map(({ id, askedAt, device }) => ({ id, askedAt: askedAt.toISOString(), device }));
    },
    'POST /v1/account-joins/:id/answer': async ({ caller: { person }, params, body }) => {
      const question = await accountJoins.get(params.id);
      if (!question || !(await mayAnswer(question, person))) throw new Refusal('not-found');
      if (body.join && person.id !== question.firstId && (await accountJoins.couldWorsen(question))) {
        const seen = { way: 'join' as const, joinId: question.id };
        const act = { kind: 'person-key' as const, personId: question.firstId, seen };
        const filed = await proposals.propose(act, person, reasonHeld);
        if (!filed.ok) throw new Refusal(proposalRefusals[filed.failure]);
        return { waits: filed.value.state === 'waiting' };
      }
      if (!(await accountJoins.answer(question.id, body.join))) throw new Refusal('not-found');
      for (const id of [question.firstId, question.secondId])
        await messenger.announce({ type: 'person', id });
      return { waits: false };
    },
  };
}
