import type { Confirmation, InputOf } from '@contract/api';
import { type CalendarDay, dayAt } from '@contract/calendar-day';
import { refuseGuardian } from '@contract/family/relation';
import { maskName } from '@contract/health-code/masked-name';
import { isMinor } from '@contract/person/age';
import type { HeldDocument } from '@contract/proposal/held';
import { type Grant, holds, serves, servingRole } from '@contract/role';
import { randomUUID } from 'node:crypto';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { ConfirmationFailure, Seen } from '../ports/confirmations';
import type { RecognisedPerson } from '../ports/real-name';
import type { Person } from '../ports/store';
import { recognised } from './document';
import { knownHome } from './home';
import { proposalRefusals } from './proposals';

type Body = InputOf<'POST /v1/confirmations'>['body'];
type Home = NonNullable<Person['home']>;

type Outcome = Omit<Confirmation, 'maskedName'>;

const refusals = {
  'code-unknown': 'confirmation-code-unknown',
  'another-document': 'another-document',
} as const satisfies Record<Exclude<ConfirmationFailure, 'takes-two'>, string>;

const reasonHeld =
  '看过证件：有记录在等这份证件，或住处风险更高 Document seen: facts wait for it, or the home is at higher risk';

export function confirmationRoutes({
  clock,
  confirmations,
  directory,
  family,
  messenger,
  proposals,
  readingLog,
  realName,
  store,
}: Pick<
  Ports,
  | 'clock'
  | 'confirmations'
  | 'directory'
  | 'family'
  | 'messenger'
  | 'proposals'
  | 'readingLog'
  | 'realName'
  | 'store'
>): Handlers<'POST /v1/confirmation-codes' | 'POST /v1/confirmations'> {
  const today = (): CalendarDay => dayAt(clock.now().getTime());

  /** Where somebody lives whom the caller serves: the home they have, or what the desk writes down. */
  async function servedHome(
    grants: readonly Grant[],
    home: Person['home'],
    said: Body['home'],
  ): Promise<Home> {
    const found = home ?? (said ? await knownHome(directory, said) : undefined);
    if (!found) throw new Refusal('home-required');
    if (!serves(grants, found.node)) throw new Refusal('outside-your-place');
    return found;
  }

  function seenBy(worker: Person, body: Body, { personKey, bornOn }: RecognisedPerson, home: Home): Seen {
    return {
      name: body.name.trim(),
      personKey,
      bornOn: bornOn !== null && isMinor(bornOn, today()) ? bornOn : null,
      seenBy: worker.id,
      // A worker alone gives nobody another document: what is known of a person goes by it.
      mayReplace: holds(worker.grants, 'officer', home.node),
    };
  }

  /** What one official alone may not do: kept until a second has signed. */
  async function held(
    worker: Person,
    personId: string,
    { personKey, ...seen }: Seen,
    rest: Pick<HeldDocument, 'way' | 'relationId' | 'home'>,
  ): Promise<Outcome> {
    const act = {
      kind: 'person-key' as const,
      personId,
      seen: { ...seen, ...rest, personKey: Buffer.from(personKey).toString('hex') },
    };
    const filed = await proposals.propose(act, worker, reasonHeld);
    if (!filed.ok) throw new Refusal(proposalRefusals[filed.failure]);
    // Their phone says that it waits, or that it is done.
    await messenger.announce({ type: 'person', id: personId });
    return { outcome: filed.value.state === 'waiting' ? 'waits' : 'confirmed', personId };
  }

  async function confirmOne(worker: Person, body: Body, code: string, personId: string): Promise<Outcome> {
    if (personId === worker.id) throw new Refusal('forbidden');
    const person = await store.people.get(personId);
    if (!person) throw new Refusal('confirmation-code-unknown');
    const home = await servedHome(worker.grants, person.home, body.home);
    const seen = seenBy(worker, body, await recognised(realName, body), home);
    const done = await confirmations.confirm(person.id, seen, { code, home });
    if (done.ok) return done.value;
    if (done.failure === 'takes-two') return held(worker, person.id, seen, { way: 'account', home });
    throw new Refusal(refusals[done.failure]);
  }

  /** Nobody shows a phone: whoever the document is of, known already or not. */
  async function confirmByDocument(worker: Person, body: Body): Promise<Outcome> {
    const found = await recognised(realName, body);
    const person = await confirmations.personOf(found.personKey);
    if (person?.id === worker.id) throw new Refusal('forbidden');
    const home = await servedHome(worker.grants, person?.home ?? null, body.home);
    const seen = seenBy(worker, body, found, home);
    if (!person) {
      const admitted = await confirmations.admit(seen, home);
      return admitted.ok ? admitted.value : held(worker, randomUUID(), seen, { way: 'document', home });
    }
    const done = await confirmations.confirm(person.id, seen, { home });
    if (done.ok) return done.value;
    if (done.failure === 'takes-two') return held(worker, person.id, seen, { way: 'account', home });
    throw new Refusal(refusals[done.failure]);
  }

  async function confirmChild(
    worker: Person,
    body: Body,
    code: string,
    relationId: string,
  ): Promise<Outcome> {
    const relation = await family.get(relationId);
    const guardian = relation && (await store.people.get(relation.actorId));
    const child = relation && (await store.people.get(relation.personId));
    if (!guardian || !child) throw new Refusal('confirmation-code-unknown');
    if (guardian.id === worker.id) throw new Refusal('forbidden');
    const home = await servedHome(worker.grants, child.home ?? guardian.home, body.home);
    const found = await recognised(realName, body);
    // A passport does not tell it: then it is as the guardian wrote it down.
    const bornOn = found.bornOn ?? relation.bornOn ?? today();
    const refused = refuseGuardian(guardian, { bornOn, agrees: body.childAgrees ?? false }, today());
    if (refused) throw new Refusal(refused);
    const holder = await confirmations.personOf(found.personKey);
    if (holder?.id === guardian.id) throw new Refusal('not-a-child');
    const seen = seenBy(worker, body, { ...found, bornOn }, home);
    const done = await confirmations.confirmChild(relation.id, seen, code);
    if (!done.ok) {
      if (done.failure === 'takes-two')
        return held(worker, child.id, seen, { way: 'child', relationId: relation.id, home });
      throw new Refusal(refusals[done.failure]);
    }
    await messenger.announce({ type: 'person', id: guardian.id });
    return { outcome: 'confirmed', personId: done.value.personId };
  }

  async function confirm(worker: Person, body: Body): Promise<Outcome> {
    if (body.code === undefined) return confirmByDocument(worker, body);
    const offer = await confirmations.look(body.code);
    if (!offer) throw new Refusal('confirmation-code-unknown');
    return offer.relationId === null
      ? confirmOne(worker, body, body.code, offer.personId)
      : confirmChild(worker, body, body.code, offer.relationId);
  }

  return {
    'POST /v1/confirmation-codes': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      const relation = body.family === undefined ? undefined : await family.get(body.family);
      if (body.family !== undefined && (relation?.kind !== 'guardian' || relation.actorId !== person.id))
        throw new Refusal('not-in-family');
      const { code, expiresAt } = await confirmations.offer(person.id, relation?.id ?? null);
      return { code, expiresAt: expiresAt.toISOString() };
    },
    'POST /v1/confirmations': async ({ caller: { person: worker }, body }): Promise<Confirmation> => {
      const done = await confirm(worker, body);
      const known = await store.people.get(done.personId);
      if (!known) return { ...done, maskedName: maskName(body.name.trim()) };
      const { home } = known;
      // A child's home may be its guardian's alone.
      const role = servingRole(worker.grants, home?.node ?? body.home?.node ?? '') ?? 'worker';
      await readingLog.note({ subjectId: done.personId, readerId: worker.id, role, what: 'person' });
      await messenger.announce({ type: 'person', id: done.personId });
      return { ...done, maskedName: maskName(body.name.trim()) };
    },
  };
}
