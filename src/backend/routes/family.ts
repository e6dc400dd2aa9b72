import type { FamilyHelper, FamilyMember } from '@contract/api';
import { type CalendarDay, dayAt } from '@contract/calendar-day';
import { actsOf, endsOn, isOfAge } from '@contract/family/relation';
import { maskName } from '@contract/health-code/masked-name';
import { isMinor } from '@contract/person/age';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { FamilyRelation } from '../ports/family';
import { familyAgree } from './family-agree';

type Keys =
  | 'GET /v1/family'
  | 'POST /v1/family/children'
  | 'POST /v1/family/asks'
  | 'POST /v1/family/asks/look'
  | 'POST /v1/family/asks/agree'
  | 'PATCH /v1/family/:id'
  | 'DELETE /v1/family/:id';

export function familyRoutes(
  ports: Pick<Ports, 'clock' | 'codeRegistry' | 'family' | 'messenger' | 'readingLog' | 'store'>,
): Handlers<Keys> {
  const { clock, codeRegistry, family, messenger, readingLog, store } = ports;
  const today = (): CalendarDay => dayAt(clock.now().getTime());

  async function named(personId: string): Promise<{ maskedName: string; confirmed: boolean }> {
    const person = await store.people.get(personId);
    return { maskedName: maskName(person?.name ?? ''), confirmed: person?.confirmed ?? false };
  }

  const memberOf = async (relation: FamilyRelation): Promise<FamilyMember> => ({
    id: relation.id,
    personId: relation.personId,
    kind: relation.kind,
    calledAs: relation.calledAs,
    ...(await named(relation.personId)),
    may: actsOf(relation),
    state: relation.state,
    endsOn: endsOn(relation),
  });

  const helperOf = async (relation: FamilyRelation): Promise<FamilyHelper> => ({
    id: relation.id,
    kind: relation.kind,
    maskedName: (await named(relation.actorId)).maskedName,
    may: actsOf(relation),
    since: relation.since.toISOString(),
    phones: await codeRegistry.phonesOf(relation.personId, relation.actorId),
    log: (await family.log(relation.id)).map(({ what, at }) => ({ what, at: at.toISOString() })),
  });

  /** A relation the caller is one side of. To anyone else it does not exist. */
  async function mine(id: string, callerId: string): Promise<FamilyRelation> {
    const relation = await family.get(id);
    if (!relation || (relation.actorId !== callerId && relation.personId !== callerId))
      throw new Refusal('not-found');
    return relation;
  }

  async function tellBoth({ actorId, personId }: FamilyRelation): Promise<void> {
    for (const id of [actorId, personId]) await messenger.announce({ type: 'person', id });
  }

  return {
    'GET /v1/family': async ({ caller: { person } }) => ({
      members: await Promise.all((await family.of(person.id)).map(memberOf)),
      helpers: await Promise.all((await family.actingFor(person.id)).map(helperOf)),
    }),
    'POST /v1/family/children': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      if (!person.confirmed) throw new Refusal('name-not-confirmed');
      if (!isOfAge(person, today())) throw new Refusal('guardian-not-of-age');
      if (body.bornOn > today())
        throw new Refusal('invalid-request', { fields: [{ pointer: '/bornOn', reason: 'still to come' }] });
      if (!isMinor(body.bornOn, today())) throw new Refusal('not-a-child');
      const { name, calledAs, bornOn } = body;
      const child = { name: name.trim(), calledAs: calledAs.trim(), bornOn };
      return memberOf(await family.addChild(person, child));
    },
    'POST /v1/family/asks': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null || person.name === null) throw new Refusal('consent-required');
      const asked = await family.ask({ actorId: person.id, kind: body.kind, calledAs: body.calledAs.trim() });
      return { code: asked.code, expiresAt: asked.expiresAt.toISOString() };
    },
    'POST /v1/family/asks/look': async ({ caller: { person }, body }) => {
      const ask = await family.look(body.code);
      if (!ask) throw new Refusal('family-ask-unknown');
      await readingLog.note({ subjectId: ask.actorId, readerId: person.id, role: 'family', what: 'person' });
      return { kind: ask.kind, ...(await named(ask.actorId)) };
    },
    'POST /v1/family/asks/agree': familyAgree(ports),
    'PATCH /v1/family/:id': async ({ caller: { person }, params, body }) => {
      const relation = await mine(params.id, person.id);
      // What a helper may do is said by whom they help; what a guardian may, by the law.
      if (relation.personId !== person.id || relation.kind !== 'helper') throw new Refusal('forbidden');
      await family.change(relation.id, body.may);
      await tellBoth(relation);
    },
    'DELETE /v1/family/:id': async ({ caller: { person }, params }) => {
      const relation = await mine(params.id, person.id);
      // A child does not end its guardian's part: eighteen does.
      if (relation.kind === 'guardian' && relation.personId === person.id) throw new Refusal('forbidden');
      await family.end(relation.id);
      await tellBoth(relation);
    },
  };
}
