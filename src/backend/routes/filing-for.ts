import type { InputOf } from '@contract/api';
import { serves, servingRole } from '@contract/role';
import { refuseAnonymous } from '@contract/service-request/anonymity';
import { type Behalf, isOfTeam, refuseBehalf } from '@contract/service-request/behalf';
import type { GridCategory } from '@contract/service-request/category';
import { mayBeSpoken } from '@contract/service-request/voice';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Person } from '../ports/store';
import type { onBehalf } from './on-behalf';

type Filing = Pick<
  InputOf<'POST /v1/service-requests'>['body'],
  'anonymous' | 'behalf' | 'personId' | 'place' | 'voice'
>;

/** Whose a matter is, and where they live whose grid it goes to unless a place is named. */
export interface FiledFor {
  filer: Person;
  home: Person['home'];
  behalf?: Behalf;
  anonymous: boolean;
}

/** For whom a matter is filed, and under what name. */
export function filingFor({
  readingLog,
  store,
  personFor,
}: Pick<Ports, 'readingLog' | 'store'> & Pick<ReturnType<typeof onBehalf>, 'personFor'>) {
  /** A resident of theirs who has an account and stands before them. */
  async function metOnVisit(team: Person, personId: string): Promise<Person> {
    const person = await store.people.get(personId);
    const role = person?.home ? servingRole(team.grants, person.home.node) : undefined;
    if (!person || !role) throw new Refusal('forbidden');
    await readingLog.note({ subjectId: person.id, readerId: team.id, role, what: 'service_request' });
    return person;
  }

  async function whose(caller: Person, { behalf, personId }: Filing): Promise<Omit<FiledFor, 'anonymous'>> {
    if (personId !== undefined && behalf?.kind === 'met-on-visit') {
      const filer = await metOnVisit(caller, personId);
      return { filer, home: filer.home };
    }
    const filer = await personFor(caller, personId, 'file');
    if (!behalf) return { filer, home: filer.home };
    const called = behalf.kind === 'found' ? '' : (behalf.called?.trim() ?? '');
    // Where a neighbour lives is not where the caller does: it is named, or refused.
    return { filer: caller, home: null, behalf: { kind: behalf.kind, ...(called ? { called } : {}) } };
  }

  return {
    /** @throws Refusal where it cannot be filed so */
    async of(caller: Person, category: GridCategory, filing: Filing): Promise<FiledFor> {
      const found = await whose(caller, filing);
      const anonymous = filing.anonymous ?? false;
      const refused = anonymous && refuseAnonymous(category, filing.behalf);
      if (refused) throw new Refusal(refused);
      if (filing.voice !== undefined && !mayBeSpoken({ anonymous })) throw new Refusal('voice-names-you');
      return { ...found, anonymous };
    },
    /** Once it is known where it lies. */
    check(
      { behalf }: FiledFor,
      caller: Person,
      { node, place }: { node: string; place: Filing['place'] },
    ): void {
      if (!behalf) return;
      const said = place && (place.grid ?? place.point ?? place.addressId) !== undefined;
      const refused = refuseBehalf(behalf, {
        place: said ? 'said' : 'missing',
        servesPlace: !isOfTeam(behalf) || serves(caller.grants, node),
      });
      if (refused) throw new Refusal(refused);
    },
  };
}
