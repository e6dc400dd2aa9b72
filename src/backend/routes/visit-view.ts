import type { TimelineEntry, VisitSlot, VisitView } from '@contract/api';
import { maskName } from '@contract/health-code/masked-name';
import type { RequestEvent } from '@contract/service-request/lifecycle';
import type { Slot } from '@contract/visit/slots';
import { visitEvents, visitRefusal } from '@contract/visit/visit';
import type { Ports } from '../ports';
import type { DeskEvent, DeskRequest } from '../ports/request-desk';
import { visitedAs } from './visited';

export const slotView = ({ from, until }: Slot): VisitSlot => ({
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
});

/** The hours that a step of the timeline is about. */
export const slotsOf = ({ slots }: DeskEvent): Pick<TimelineEntry, 'slots'> =>
  slots === undefined ? {} : { slots: slots.map(slotView) };

/** Which steps of a visit are refused now (epoch ms), whatever the state of the request allows. */
export async function impossibleVisits(
  { serviceCatalogue, visits }: Pick<Ports, 'serviceCatalogue' | 'visits'>,
  request: DeskRequest,
  now: number,
): Promise<readonly RequestEvent[]> {
  const [visit] = await visits.of([request.id]);
  const visited = await visitedAs(serviceCatalogue, request);
  return visitEvents.filter((event) => visitRefusal(event, visited, visit, now) !== undefined);
}

/** What is arranged for requests, as people see it, by the request's id. */
export async function visitViews(
  { store, visits }: Pick<Ports, 'store' | 'visits'>,
  requests: readonly Pick<DeskRequest, 'id'>[],
): Promise<ReadonlyMap<string, { visit: VisitView }>> {
  const arranged = await visits.of(requests.map(({ id }) => id));
  const workers = [...new Set(arranged.map(({ workerId }) => workerId))];
  const people = new Map(
    await Promise.all(workers.map(async (id) => [id, await store.people.get(id)] as const)),
  );
  return new Map(
    arranged.map(({ requestId, offered, booked, workerId }) => {
      const name = people.get(workerId)?.name;
      return [
        requestId,
        {
          visit: {
            offered: offered.map(slotView),
            booked: booked ? slotView(booked) : null,
            maskedName: name ? maskName(name) : null,
          },
        },
      ];
    }),
  );
}
