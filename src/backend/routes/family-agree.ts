import { dayAt } from '@contract/calendar-day';
import { isOfAge, refuseHelper } from '@contract/family/relation';
import { serves } from '@contract/role';
import type { Handler } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Person } from '../ports/store';

/** The yes to an ask: of an adult to a helper, or of a guardian to another beside or after them. */
export function familyAgree({
  clock,
  family,
  messenger,
  store,
}: Pick<Ports, 'clock' | 'family' | 'messenger' | 'store'>): Handler<'POST /v1/family/asks/agree'> {
  /** Whose yes it is. A worker writes down that of a person the community has seen, where they serve. */
  async function speaker(caller: Person, saidBy: string | undefined): Promise<Person> {
    if (saidBy === undefined || saidBy === caller.id) {
      if (caller.privacyVersion === null) throw new Refusal('consent-required');
      return caller;
    }
    const person = await store.people.get(saidBy);
    // One who lives elsewhere and one who is not there answer alike.
    if (!person?.home || !serves(caller.grants, person.home.node)) throw new Refusal('outside-your-place');
    if (!person.confirmed) throw new Refusal('name-not-confirmed');
    return person;
  }

  return async ({ caller: { person: caller }, body: { code, may = [], child, handOver, saidBy } }) => {
    const ask = await family.look(code);
    const helper = ask && (await store.people.get(ask.actorId));
    if (!ask || !helper) throw new Refusal('family-ask-unknown');
    const adult = await speaker(caller, saidBy);
    const today = dayAt(clock.now().getTime());
    // Nobody says yes to themself, nor writes down a yes to themself.
    if (helper.id === adult.id || helper.id === caller.id) throw new Refusal('not-in-family');

    let yes: { personId: string; may: typeof may; instead?: string };
    if (ask.kind === 'helper') {
      const refused = refuseHelper(helper, adult, today);
      if (refused) throw new Refusal(refused);
      yes = { personId: adult.id, may };
    } else {
      const own = child === undefined ? undefined : await family.get(child);
      const guards = own?.kind === 'guardian' && own.state === 'active' && own.actorId === adult.id;
      if (!guards || own.personId === helper.id) throw new Refusal('not-in-family');
      if (!isOfAge(helper, today)) throw new Refusal('guardian-not-of-age');
      yes = { personId: own.personId, may: [], ...(handOver ? { instead: own.id } : {}) };
    }
    const agreed = await family.agree(code, yes);
    if (!agreed.ok) throw new Refusal('family-ask-unknown');
    for (const id of new Set([helper.id, adult.id, yes.personId]))
      await messenger.announce({ type: 'person', id });
  };
}
