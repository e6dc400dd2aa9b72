import { randomBytes, randomUUID } from 'node:crypto';
import type { Ports } from '../../../src/backend/ports';
import type { Seen } from '../../../src/backend/ports/confirmations';
import { inventedId } from '../../support/documents';
import { west, type WorldRole } from '../../support/world';
import { once, type Making } from './on-demand';

const home = { node: west, building: null };

/** What is the resident's by their family, phones and document. */
export interface FamilyBelongings {
  document: { name: string; documentNumber: string };
  /** Shown by them to be confirmed. */
  confirmationCode: string;
  /** Another phone of theirs. */
  phone: string;
  paper: string;
  /** A second account that showed their document to the worker. */
  join: string;
  /** Their relation to their child, and a helper's to them. */
  child: string;
  helper: string;
  /** Asks to help: of somebody confirmed, and of theirs. */
  ask: string;
  ownAsk: string;
}

/** The resident is confirmed at once; what is theirs is made when it is asked for. */
export async function familyBelongings(
  { clock, codeRegistry, confirmations, family, realName, store }: Ports,
  { resident, worker }: Record<WorldRole, string>,
): Promise<Making<FamilyBelongings>> {
  const document = { name: '张桂兰', documentNumber: inventedId('1980-05-01', 999) };
  const recognised = await realName.recognise(document);
  if (!recognised.ok) throw new Error(recognised.failure);
  const seen: Seen = {
    name: document.name,
    personKey: recognised.value.personKey,
    bornOn: null,
    seenBy: worker,
    mayReplace: false,
  };
  await confirmations.confirm(resident, seen, {});

  const other = once(async () => {
    const admitted = await confirmations.admit({ ...seen, personKey: randomBytes(32) }, home);
    if (!admitted.ok) throw new Error(admitted.failure);
    return admitted.value.personId;
  });
  const askAs = async (actorId: string) =>
    (await family.ask({ actorId, kind: 'helper', calledAs: '她' })).code;
  return {
    document: () => Promise.resolve(document),
    confirmationCode: async () => (await confirmations.offer(resident, null)).code,
    async phone() {
      const opened = await store.sessions.find((await store.sessions.open(resident, '另一台')).token);
      if (!opened.ok) throw new Error(opened.failure);
      return opened.value.id;
    },
    async paper() {
      const until = new Date(clock.now().getTime() + 86_400_000);
      const paper = await codeRegistry.paperSpell(resident, 'green', clock.now(), until);
      if (!paper.ok) throw new Error(paper.failure);
      return paper.value.id;
    },
    async join() {
      const second = await store.people.of({ provider: 'demo', subject: randomUUID() });
      const asked = await confirmations.confirm(second.id, seen, {});
      if (!asked.ok || asked.value.outcome !== 'known-elsewhere') throw new Error('no question');
      return asked.value.joinId;
    },
    async child() {
      const person = await store.people.get(resident);
      if (!person) throw new Error('no resident');
      const child = { name: '林小满', calledAs: '小满', bornOn: '2018-08-15' };
      return (await family.addChild(person, child)).id;
    },
    async helper() {
      const agreed = await family.agree(await askAs(await other()), { personId: resident, may: ['read'] });
      if (!agreed.ok) throw new Error(agreed.failure);
      return agreed.value.id;
    },
    ask: async () => askAs(await other()),
    ownAsk: () => askAs(resident),
  };
}
