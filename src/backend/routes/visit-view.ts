import type { TimelineEntry, VisitSlot, VisitView } from '@contract/api';
import { maskName } from '@contract/health-code/masked-name';
import type { RequestEvent } from '@contract/service-request/lifecycle';
import type { Slot } from '@contract/visit/slots';
import { type Visited, visitEvents, visitRefusal } from '@contract/visit/visit';
import type { Ports } from '../ports';
import type { DeskEvent } from '../ports/request-desk';
import type { Visit } from '../ports/visits';

export const slotView = ({ from, until }: Slot): VisitSlot => ({
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
});

/** The hours that a step of the timeline is about. */
export const slotsOf = ({ slots }: DeskEvent): Pick<TimelineEntry, 'slots'> =>
  slots === undefined ? {} : { slots: slots.map(slotView) };

/** Which steps of a visit are refused now (epoch ms), whatever the state of the request allows. */
export const impossibleVisits = (
  visited: Visited,
  visit: Visit | undefined,
  now: number,
): readonly RequestEvent[] =>
  visitEvents.filter((event) => visitRefusal(event, visited, visit, now) !== undefined);

/** What is arranged, as people see it, by the request's id. */
export async function visitViews(
  store: Ports['store'],
  arranged: readonly Visit[],
): Promise<ReadonlyMap<string, { visit: VisitView }>> {
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
