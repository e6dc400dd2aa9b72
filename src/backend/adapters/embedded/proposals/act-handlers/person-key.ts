import { fail, ok } from '@contract/result';
import type { ActOf } from '@contract/proposal/act';
import type { HeldDocument } from '@contract/proposal/held';
import type { Seen } from '../../../../ports/confirmations';
import type { ActHandler } from '../../../../ports/proposals';
import { countedAs, couldWorsen } from './fact';
import type { HandlerDeps } from './index';

type Deps = Pick<
  HandlerDeps,
  'accountJoins' | 'brought' | 'clock' | 'colours' | 'confirmations' | 'facts' | 'messenger' | 'people'
>;

/** A document, or a second account of the same person, brings facts or a home that could turn a colour worse. */
export function personKeyHandler(deps: Deps): ActHandler<'person-key'> {
  const { accountJoins, brought, colours, confirmations, facts, messenger, people } = deps;

  /** Whose the facts will be, and which; undefined where nothing is to be done any more. */
  async function coming(act: ActOf<'person-key'>) {
    const { seen: held } = act;
    const person = await people.get(act.personId);
    if (held.way !== 'join') {
      const found = await facts.waitingFor(held.personKey);
      const from = person?.home?.node;
      const moves = from === undefined && person ? { from, to: held.home.node } : undefined;
      return { person, node: from ?? held.home.node, facts: found, home: moves };
    }
    const join = await accountJoins.get(held.joinId);
    const second = join && (await people.get(join.secondId));
    const node = person?.home?.node ?? second?.home?.node;
    if (!join || !person || node === undefined) return undefined;
    const moves = person.home ? undefined : { from: undefined, to: node };
    return { person, node, facts: await facts.of(join.secondId), home: moves };
  }

  async function confirm(held: HeldDocument, personId: string) {
    const { personKey, name, bornOn, seenBy, mayReplace, home } = held;
    const seen: Seen = {
      name,
      bornOn,
      seenBy,
      mayReplace,
      personKey: new Uint8Array(Buffer.from(personKey, 'hex')),
      agreed: true,
    };
    if (held.way === 'document') return confirmations.admit(seen, home);
    if (held.way === 'child') return confirmations.confirmChild(held.relationId ?? '', seen, undefined);
    return confirmations.confirm(personId, seen, { home });
  }

  return {
    nodeOf: async (act) => (await coming(act))?.node,
    about: async (act) => {
      const person = (await coming(act))?.person;
      return person ? [person.id] : [];
    },
    async weigh(act) {
      const found = await coming(act);
      if (!found) return { couldWorsen: true, worsens: 0, counted: 'person-key' };
      const against = found.facts.some(({ kind }) => couldWorsen(kind));
      const { worse } = found.person
        ? await colours.wouldWorsen({
            facts: found.facts.map((fact) => ({ personId: act.personId, fact })),
            ...(found.home ? { home: { personId: act.personId, node: found.home.to } } : {}),
          })
        : // Somebody without a phone, who is here from then on.
          { worse: against ? 1 : 0 };
      return {
        couldWorsen: worse > 0 || (await brought.couldWorsen(found.facts, found.home)),
        worsens: worse,
        counted: countedAs('person-key', found.node),
      };
    },
    async apply(act) {
      const { seen: held } = act;
      if (held.way === 'join') {
        const join = await accountJoins.get(held.joinId);
        if (!join || !(await accountJoins.answer(join.id, true))) return fail('outdated');
        for (const id of [join.firstId, join.secondId]) await messenger.announce({ type: 'person', id });
        return ok(undefined);
      }
      const done = await confirm(held, act.personId);
      if (!done.ok) return fail('outdated');
      await messenger.announce({ type: 'person', id: done.value.personId });
      return ok(undefined);
    },
  };
}
