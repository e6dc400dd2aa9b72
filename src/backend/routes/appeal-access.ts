import { servingRole } from '@contract/role';
import type { AppealRole } from '@contract/appeal/lifecycle';
import type { AppealWay } from '@contract/appeal/answer';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Appeal } from '../ports/appeals';
import type { ReadingRole } from '../ports/reading-log';
import type { Person } from '../ports/store';
import type { appealHearing } from './appeal-hearing';

export type AppealRelation = Exclude<AppealRole, 'system'>;
type AppealPart = 'appeal' | 'photo';

/** Who somebody is to an appeal. Each look of another is noted for whom it is about. */
export function appealAccess(
  { family, readingLog, store }: Pick<Ports, 'family' | 'readingLog' | 'store'>,
  { mayHear }: Pick<ReturnType<typeof appealHearing>, 'mayHear'>,
) {
  const look = (subjectId: string, reader: Person, role: ReadingRole, what: AppealPart) =>
    readingLog.note({ subjectId, readerId: reader.id, role, what });

  /** Whose code it is about: the caller's, of somebody they may act for, or of somebody they serve who told them to. */
  async function whose(
    caller: Person,
    { personId, theirSay = false }: { personId?: string | undefined; theirSay?: boolean | undefined },
    act: 'file' | 'read',
  ): Promise<{ person: Person; way: AppealWay }> {
    if (personId === undefined || personId === caller.id) return { person: caller, way: 'self' };
    const person = await store.people.get(personId);
    if (person && (await family.may(caller.id, personId, act))) {
      await family.note(caller.id, personId, act === 'file' ? 'filed' : 'read');
      await look(personId, caller, 'family', 'appeal');
      return { person, way: 'family' };
    }
    const role = act === 'file' && person?.home ? servingRole(caller.grants, person.home.node) : undefined;
    if (!person || !role) throw new Refusal('not-in-family');
    if (!theirSay) throw new Refusal('their-say-needed');
    await look(personId, caller, role, 'appeal');
    return { person, way: 'desk' };
  }

  async function relationTo(
    appeal: Appeal,
    caller: Person,
    act: 'file' | 'read',
    what: AppealPart = 'appeal',
  ): Promise<AppealRelation | undefined> {
    const { personId, filedBy, way, home } = appeal;
    if (personId === caller.id) return 'appellant';
    if (await family.may(caller.id, personId, act)) {
      await family.note(caller.id, personId, act === 'file' ? 'filed' : 'read');
      await look(personId, caller, 'family', what);
      return 'appellant';
    }
    if (way === 'desk' && filedBy === caller.id) {
      await look(personId, caller, servingRole(caller.grants, home) ?? 'worker', what);
      return 'bearer';
    }
    if (!(await mayHear(appeal, caller.id))) return undefined;
    await look(personId, caller, 'officer', what);
    return 'hearer';
  }

  return { whose, relationTo };
}
