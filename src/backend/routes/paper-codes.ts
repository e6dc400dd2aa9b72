import type { PaperCode } from '@contract/api';
import { PAPER_VALID_FOR, signCredential } from '@contract/health-code/credential';
import { maskName } from '@contract/health-code/masked-name';
import { encodePresentation } from '@contract/health-code/presentation';
import { type Grant, servingRole } from '@contract/role';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Paper } from '../ports/code-registry';
import type { Person } from '../ports/store';

const dayMs = 86_400_000;

export function paperCodeRoutes({
  clock,
  codeRegistry,
  colours,
  emergencies,
  issuer,
  readingLog,
  store,
}: Pick<
  Ports,
  'clock' | 'codeRegistry' | 'colours' | 'emergencies' | 'issuer' | 'readingLog' | 'store'
>): Handlers<'POST /v1/paper-codes' | 'GET /v1/paper-codes' | 'DELETE /v1/paper-codes/:id'> {
  const roleFor = (grants: readonly Grant[], { home }: Person) =>
    home === null ? undefined : servingRole(grants, home.node);

  async function served(caller: Person, personId: string): Promise<Person> {
    const person = await store.people.get(personId);
    if (!person) throw new Refusal('person-unknown');
    const role = roleFor(caller.grants, person);
    if (!role) throw new Refusal('outside-your-place');
    await readingLog.note({ subjectId: person.id, readerId: caller.id, role, what: 'code_spell' });
    return person;
  }

  const viewOf = ({ id, issuedAt, expiresAt }: Omit<Paper, 'personId'>, name: string | null): PaperCode => ({
    id,
    maskedName: maskName(name ?? ''),
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  });

  return {
    'POST /v1/paper-codes': async ({ caller, body }) => {
      const person = await served(caller.person, body.personId);
      if (!person.confirmed || person.name === null) throw new Refusal('name-not-confirmed');
      if (!(await emergencies.inForce())) throw new Refusal('no-emergency');
      // To the second, as the credential carries it.
      const now = Math.floor(clock.now().getTime() / 1000) * 1000;
      const issuedAt = new Date(now);
      const expiresAt = new Date(now + (body.days === undefined ? PAPER_VALID_FOR : body.days * dayMs));
      const spelled = async () => {
        const { colour } = await colours.of(person.id);
        return { colour, spell: await codeRegistry.paperSpell(person.id, colour, issuedAt, expiresAt) };
      };
      let { colour, spell } = await spelled();
      // It turned between decision and print.
      while (!spell.ok) ({ colour, spell } = await spelled());
      const { id, list, index } = spell.value;
      const credential = signCredential(
        {
          county: issuer.county,
          issuedAt: now,
          expiresAt: expiresAt.getTime(),
          maskedName: maskName(person.name),
          colour,
          confirmed: true,
          status: { list, index },
        },
        issuer,
      );
      if (!credential.ok) throw new RangeError(credential.failure);
      return {
        ...viewOf({ id, issuedAt, expiresAt }, person.name),
        code: encodePresentation(credential.value),
      };
    },
    'GET /v1/paper-codes': async ({ caller, query }) => {
      const person = await served(caller.person, query.personId);
      return (await codeRegistry.papersOf(person.id)).map((paper) => viewOf(paper, person.name));
    },
    'DELETE /v1/paper-codes/:id': async ({ caller, params }) => {
      const paper = await codeRegistry.paper(params.id);
      const person = paper && (await store.people.get(paper.personId));
      if (!person || !roleFor(caller.person.grants, person)) throw new Refusal('not-found');
      await codeRegistry.revokePaper(params.id);
    },
  };
}
