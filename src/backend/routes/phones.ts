import { startOf } from '@contract/calendar-day';
import { maskName } from '@contract/health-code/masked-name';
import { servingRole } from '@contract/role';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import { recognised } from './document';

export function phoneRoutes({
  confirmations,
  messenger,
  phones,
  readingLog,
  realName,
  store,
}: Pick<Ports, 'confirmations' | 'messenger' | 'phones' | 'readingLog' | 'realName' | 'store'>): Handlers<
  'GET /v1/me/phones' | 'DELETE /v1/me/phones/:id' | 'POST /v1/lost-phones'
> {
  async function maskedNames(ids: readonly string[]): Promise<string[]> {
    const people = await Promise.all(ids.map((id) => store.people.get(id)));
    return people.flatMap((person) => (person?.name ? [maskName(person.name)] : []));
  }

  return {
    'GET /v1/me/phones': async ({ caller }) =>
      Promise.all(
        (await phones.of(caller.person.id)).map(async ({ id, device, signedInAt, usedOn, bears }) => ({
          id,
          device,
          current: id === caller.id,
          signedInAt: signedInAt.toISOString(),
          usedAt: new Date(startOf(usedOn)).toISOString(),
          bears: await maskedNames(bears),
        })),
      ),
    'DELETE /v1/me/phones/:id': async ({ caller: { person }, params }) => {
      if (!(await phones.lose(person.id, params.id))) throw new Refusal('not-found');
      await messenger.announce({ type: 'person', id: person.id });
    },
    'POST /v1/lost-phones': async ({ caller, body }) => {
      const { personKey } = await recognised(realName, body);
      const person = await confirmations.personOf(personKey);
      if (!person) throw new Refusal('person-unknown');
      const role = person.home ? servingRole(caller.person.grants, person.home.node) : undefined;
      if (!role) throw new Refusal('outside-your-place');
      await readingLog.note({ subjectId: person.id, readerId: caller.person.id, role, what: 'session' });
      const ended = await phones.loseAll(person.id);
      await messenger.announce({ type: 'person', id: person.id });
      return { phones: ended, personId: person.id, maskedName: maskName(person.name ?? body.name) };
    },
  };
}
