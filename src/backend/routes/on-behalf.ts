import type { FamilyAct } from '@contract/family/relation';
import { servingRole } from '@contract/role';
import { relationTo, type RequestParties } from '@contract/service-request/access';
import { isOfTeam } from '@contract/service-request/behalf';
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
    request: RequestParties & { filedBy?: string | undefined },
    caller: Person,
    act: Exclude<FamilyAct, 'show'>,
    what: RequestPart = 'service_request',
  ): Promise<ReturnType<typeof relationTo>> {
    const own = relationTo(request, { personId: caller.id, grants: caller.grants });
    const role = servingRole(caller.grants, request.node);
    // What the team filed out of its work is nobody's record: there is nobody to tell of the look.
    if (own === 'handler' && role && !isOfTeam(request.behalf))
      await look(request.filerId, caller, role, what);
    if (own !== 'none' || isOfTeam(request.behalf) || !(await mayFor(request, caller, act))) return own;
    await family.note(caller.id, request.filerId, act === 'file' ? 'filed' : 'read');
    await look(request.filerId, caller, 'family', what);
    return 'filer';
  }

  /** Who filed it for somebody sees how it goes, as long as they may file for them. */
  const mayFor = async (
    request: RequestParties & { filedBy?: string | undefined },
    { id }: Person,
    act: Exclude<FamilyAct, 'show'>,
  ): Promise<boolean> =>
    (await family.may(id, request.filerId, act)) ||
    (request.filedBy === id && (await family.may(id, request.filerId, 'file')));

  /** Whether a matter is somebody's own, or one they filed for another: they follow it as it is. */
  const isFiler = (
    request: RequestParties & { filedBy?: string | undefined },
    { id }: Pick<Person, 'id'>,
  ): boolean => request.filerId === id || request.filedBy === id;

  return { personFor, relationFor, isFiler };
}
