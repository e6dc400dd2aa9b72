import type { Declaration as DeclarationView, DeclarationAnswers } from '@contract/api';
import { dayAt } from '@contract/calendar-day';
import { refuseDeclarant } from '@contract/declaration/declarant';
import { type DeclaredFact, factsOf, faultsOf } from '@contract/declaration/declaration';
import { consentVersion } from '@contract/personal-data/consent';
import { effectsOf } from '@contract/declaration/preview';
import { checkFact } from '@contract/health-rules/check-fact';
import { randomUUID } from 'node:crypto';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Declaration } from '../ports/declarations';
import type { Person } from '../ports/store';
import { reasonsOf, viewOfColour } from './colours';

type Keys =
  | 'GET /v1/declarations'
  | 'POST /v1/declarations'
  | 'POST /v1/declarations/preview'
  | 'PUT /v1/declarations/:id'
  | 'DELETE /v1/declarations/:id';

type DeclarationPorts = Pick<
  Ports,
  | 'clock'
  | 'colours'
  | 'consents'
  | 'declarations'
  | 'directory'
  | 'family'
  | 'emergencies'
  | 'readingLog'
  | 'store'
>;

/** What people say of their own health 健康申报, and guardians of a child's. It counts at once, and so does taking it back. */
export function declarationRoutes(ports: DeclarationPorts): Handlers<Keys> {
  const { clock, colours, consents, declarations, directory, emergencies, family, readingLog, store } = ports;
  const now = (): number => clock.now().getTime();

  /** The person it is about: the caller, or a child they guard. */
  async function declaredFor(caller: Person, personId: string, reading = false): Promise<Person> {
    const person = personId === caller.id ? caller : await store.people.get(personId);
    const guards = (await family.of(caller.id)).some(
      (one) => one.personId === personId && one.kind === 'guardian' && one.state === 'active',
    );
    const refused = person && refuseDeclarant(caller.id, person, guards, dayAt(now()));
    if (!person || (refused && !(reading && person.id === caller.id)))
      throw new Refusal(refused ?? 'not-in-family');
    await readingLog.note({ subjectId: personId, readerId: caller.id, role: 'family', what: 'declaration' });
    return person;
  }

  /** One of the caller's or of a child they guard. To anyone else it does not exist. */
  async function mine(caller: Person, id: string): Promise<Declaration> {
    const declaration = await declarations.get(id);
    if (!declaration) throw new Refusal('not-found');
    await declaredFor(caller, declaration.personId).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'not-in-family' ? new Refusal('not-found') : error;
    });
    return declaration;
  }

  async function mayDeclare({ privacyVersion }: Person): Promise<void> {
    if (privacyVersion === null) throw new Refusal('consent-required');
    if (!(await emergencies.inForce())) throw new Refusal('no-emergency');
  }

  /** The facts that answers amount to, once they fit. */
  async function read(answers: DeclarationAnswers, byGuardian: boolean): Promise<DeclaredFact[]> {
    const fields = faultsOf(answers, now());
    if (fields.length > 0) throw new Refusal('invalid-request', { fields });
    const nodes = [...new Set((answers.places ?? []).map(({ node }) => node))];
    const names = new Map((await directory.regions(nodes)).map(({ code, name }) => [code, name]));
    if (names.size < nodes.length) throw new Refusal('region-unknown');
    return factsOf(answers, { now: now(), nameOf: (node) => names.get(node) ?? node, byGuardian });
  }

  const viewOf = (
    { declaredBy, filedAt, amendedAt, ...rest }: Declaration,
    callerId: string,
  ): DeclarationView => ({
    id: rest.id,
    personId: rest.personId,
    mine: declaredBy === callerId,
    answers: rest.answers as DeclarationAnswers,
    filedAt: filedAt.toISOString(),
    ...(amendedAt ? { amendedAt: amendedAt.toISOString() } : {}),
    expiresAt: rest.expiresAt.toISOString(),
  });

  async function recoloured(personId: string) {
    await colours.recolour([personId]);
    return viewOfColour(personId, await colours.last(personId));
  }

  return {
    'GET /v1/declarations': async ({ caller: { person }, query }) => {
      const whose = await declaredFor(person, query.personId ?? person.id, true);
      return (await declarations.of(whose.id)).map((each) => viewOf(each, person.id));
    },
    'POST /v1/declarations': async ({ caller: { person }, body: { personId, ...answers } }) => {
      await mayDeclare(person);
      const whose = await declaredFor(person, personId ?? person.id);
      // Declaring is the yes to it, said on a page that tells what it is for; after a no it is asked for apart.
      if (await consents.isTakenBack(whose.id, 'health')) throw new Refusal('health-consent-required');
      const facts = await read(answers, whose.id !== person.id);
      await consents.give(whose.id, 'health', consentVersion);
      const filed = await declarations.file({ personId: whose.id, declaredBy: person.id }, answers, facts);
      return { declaration: viewOf(filed, person.id), colour: await recoloured(whose.id) };
    },
    'POST /v1/declarations/preview': async ({
      caller: { person },
      body: { personId, insteadOf, ...answers },
    }) => {
      await mayDeclare(person);
      const whose = await declaredFor(person, personId ?? person.id);
      const declared = (await read(answers, whose.id !== person.id)).flatMap(({ answer, fact }) => {
        const checked = checkFact({ ...fact, source: 'declaration' }, now());
        const { expiresAt } = checked.ok ? checked.value : { expiresAt: undefined };
        return expiresAt
          ? [{ answer, fact: { ...fact, id: randomUUID(), source: 'declaration' as const, expiresAt } }]
          : [];
      });
      const without =
        insteadOf === undefined ? [] : await declarations.factIds((await mine(person, insteadOf)).id);
      const facts = declared.map(({ fact }) => fact);
      const decision = await colours.suppose(whose.id, { facts, without });
      return {
        now: (await colours.of(whose.id)).colour,
        colour: decision.colour,
        reasons: reasonsOf(decision),
        answers: effectsOf(decision, declared).map((effect) => ({ ...effect, reasons: reasonsOf(effect) })),
      };
    },
    'PUT /v1/declarations/:id': async ({ caller: { person }, params: { id }, body: answers }) => {
      await mayDeclare(person);
      const { personId } = await mine(person, id);
      const facts = await read(answers, personId !== person.id);
      const amended = await declarations.amend(id, person.id, answers, facts);
      if (!amended) throw new Refusal('not-found');
      return { declaration: viewOf(amended, person.id), colour: await recoloured(personId) };
    },
    'DELETE /v1/declarations/:id': async ({ caller: { person }, params: { id } }) => {
      const { personId } = await mine(person, id);
      await declarations.withdraw(id);
      return recoloured(personId);
    },
  };
}
