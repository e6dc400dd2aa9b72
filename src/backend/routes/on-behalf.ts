import type { FamilyAct } from '@contract/family/relation';
import { servingRole } from '@contract/role';
import { relationTo, type RequestParties } from '@contract/service-request/access';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { ReadingRole } from '../ports/reading-log';
import type { Person } from '../ports/store';

type RequestPart = 'service_request' | 'photo' | 'voice_note';

/** What people do for one another with requests. Each filing and reading is noted for whom it was done. */
export function onBehalf({ family, readingLog, store }: Pick<Ports, 'family' | 'readingLog' | 'store'>) {
  const look = (subjectId: string, reader: Person, role: ReadingRole, what: RequestPart) =>
    readingLog.note({ subjectId, readerId: reader.id, role, what });

  /** The person it is done for: the caller, or somebody who lets them. */
  async function personFor(
    caller: Person,
    personId: string | undefined,
    act: Exclude<FamilyAct, 'show'>,
  ): Promise<Person> {
    if (personId === undefined || personId === caller.id) return caller;
    const person = (await family.may(caller.id, personId, act))
      ? await store.people.get(personId)
      : undefined;
    if (!person) throw new Refusal('not-in-family');
    await family.note(caller.id, person.id, act === 'file' ? 'filed' : 'read');
    await look(person.id, caller, 'family', 'service_request');
    return person;
  }

  /**
   * Who somebody is to a request; one who may do this for its filer stands in the filer's place.
   * @param what is shown to them of it
   */
  async function relationFor(
    request: RequestParties,
    caller: Person,
    act: Exclude<FamilyAct, 'show'>,
    what: RequestPart = 'service_request',
  ): Promise<ReturnType<typeof relationTo>> {
    const own = relationTo(request, { personId: caller.id, grants: caller.grants });
    const role = servingRole(caller.grants, request.node);
    if (own === 'handler' && role) await look(request.filerId, caller, role, what);
    if (own !== 'none' || !(await family.may(caller.id, request.filerId, act))) return own;
    await family.note(caller.id, request.filerId, act === 'file' ? 'filed' : 'read');
    await look(request.filerId, caller, 'family', what);
    return 'filer';
  }

  return { personFor, relationFor };
}
