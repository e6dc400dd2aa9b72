import { complaintRole } from '@contract/complaint/complaint';
import { answeringNode, handledBy, type HandledBy } from '@contract/complaint/handling';
import type { Ports } from '../ports';
import type { Complaint } from '../ports/complaints';
import type { DeskRequestWithTimeline } from '../ports/request-desk';
import type { Person } from '../ports/store';

/** Nothing of it is known: whom it concerns cannot be said, and nobody but its filer sees it. */
const nobodyAnswers = () => 'none' as const;

/** Who somebody is to a complaint, and who answers one about a request. */
export function complaintAccess({ requestDesk, store }: Pick<Ports, 'requestDesk' | 'store'>) {
  /** Who handled it, under every account they had: the timeline keeps the id of one that has been joined to another. */
  async function handlers(request: DeskRequestWithTimeline): Promise<{ by: HandledBy; people: Person[] }> {
    const by = handledBy(request);
    const found = await Promise.all(by.people.map((id) => store.people.get(id)));
    const people = found.filter((person) => person !== undefined);
    return { by: { ...by, people: [...by.people, ...people.map(({ id }) => id)] }, people };
  }

  /** Asked of the database once, then of everybody. */
  async function roles({ filerId, county, handling }: Complaint) {
    const request = handling && (await requestDesk.get(handling.requestId));
    if (handling && !request)
      return (person: Person) => (person.id === filerId ? ('filer' as const) : nobodyAnswers());
    const parties = {
      filerId,
      county,
      ...(handling && request ? { handling: { node: handling.node, by: (await handlers(request)).by } } : {}),
    };
    return (person: Person) => complaintRole(parties, person);
  }

  return {
    roles,
    roleOf: async (complaint: Complaint, person: Person) => (await roles(complaint))(person),
    /** The code of the node whose officers answer a complaint about the handling of a request. */
    async answering(request: DeskRequestWithTimeline): Promise<string> {
      const { by, people } = await handlers(request);
      return answeringNode(
        by,
        people.flatMap(({ grants }) => grants),
      );
    },
  };
}
