import type { InputOf } from '@contract/api';
import { dayAt, startOf } from '@contract/calendar-day';
import { ownerAfter } from '@contract/service-request/handling';
import { transition } from '@contract/service-request/lifecycle';
import { servingRole } from '@contract/role';
import { openSlots, type Slot } from '@contract/visit/slots';
import { arrangedAfter, choosable, visitorOf, visitRefusal } from '@contract/visit/visit';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { DeskRequestWithTimeline } from '../ports/request-desk';
import type { Person } from '../ports/store';
import type { Visit } from '../ports/visits';
import { onBehalf } from './on-behalf';
import { requestViews } from './service-request-view';
import { slotView } from './visit-view';
import { visitedAs } from './visited';

type Keys =
  | 'GET /v1/service-requests/:id/visit-slots'
  | 'POST /v1/service-requests/:id/visit'
  | 'GET /v1/visits';

type Body = InputOf<'POST /v1/service-requests/:id/visit'>['body'];

const dayMs = 86_400_000;

/** Somebody comes to the door: offered, chosen, moved, called off; and a worker's day. */
export function visitRoutes(
  ports: Pick<
    Ports,
    | 'absences'
    | 'clock'
    | 'office'
    | 'requestDesk'
    | 'serviceCatalogue'
    | 'visits'
    | 'directory'
    | 'store'
    | 'publicRequests'
    | 'outsideDesks'
    | 'family'
    | 'messenger'
    | 'readingLog'
  >,
): Handlers<Keys> {
  const { clock, office, requestDesk, serviceCatalogue, visits, messenger, readingLog } = ports;
  const views = requestViews(ports);
  const { relationFor } = onBehalf(ports);

  /** As its filer, who acts for them, or one of its team has it. To anyone else it does not exist. */
  async function mine(id: string, person: Person, act: 'read' | 'file') {
    const request = await requestDesk.get(id);
    const relation = request ? await relationFor(request, person, act) : ('none' as const);
    if (!request || relation === 'none') throw new Refusal('not-found');
    const [visit] = await visits.of([id]);
    return { request, relation, visit, visited: await visitedAs(serviceCatalogue, request) };
  }

  /** The hours in which a worker is expected at no other door than this one. */
  async function openTo(workerId: string, requestId: string): Promise<Slot[]> {
    const now = clock.now().getTime();
    const working = await office();
    const all = openSlots(now, [], working);
    const within = { from: now, until: all.at(-1)?.until ?? now };
    const taken = (await visits.booked(workerId, within)).filter((visit) => visit.requestId !== requestId);
    return openSlots(
      now,
      taken.map(({ booked }) => booked),
      working,
    );
  }

  /** What somebody may choose or offer now. */
  async function slotsFor(
    request: DeskRequestWithTimeline,
    visit: Visit | undefined,
    worker: Person | undefined,
  ): Promise<Slot[]> {
    if (worker) return openTo(worker.id, request.id);
    const visitor = visitorOf(visit, request.ownerId);
    return visitor === null ? [] : choosable(visit, await openTo(visitor, request.id));
  }

  /** Which hours a step is about: those asked for, of what there is; or the one that falls through. */
  async function aboutWhich(
    body: Body,
    request: DeskRequestWithTimeline,
    visit: Visit | undefined,
    person: Person,
  ): Promise<Slot[]> {
    if (!('slots' in body || 'slot' in body)) return visit?.booked ? [visit.booked] : [];
    const asked = 'slots' in body ? body.slots : [body.slot];
    const open = await slotsFor(request, visit, 'slots' in body ? person : undefined);
    return asked.map((moment) => {
      const slot = open.find(({ from }) => from === Date.parse(moment));
      if (!slot) throw new Refusal('slot-taken');
      return slot;
    });
  }

  return {
    'GET /v1/service-requests/:id/visit-slots': async ({ caller: { person }, params }) => {
      const { request, relation, visit, visited } = await mine(params.id, person, 'read');
      const event = relation === 'handler' ? 'offer-visit' : 'book-visit';
      const refused = visitRefusal(event, visited, visit, clock.now().getTime());
      if (refused || !transition(request.state, event, relation).ok) return [];
      return (await slotsFor(request, visit, relation === 'handler' ? person : undefined)).map(slotView);
    },
    'POST /v1/service-requests/:id/visit': async ({ caller: { person }, params, body }) => {
      const { request, relation, visit, visited } = await mine(params.id, person, 'file');
      if (request.version !== body.version) throw new Refusal('changed-meanwhile');
      const outcome = transition(request.state, body.event, relation);
      if (!outcome.ok) throw new Refusal('event-refused', { detail: outcome.reason });
      const now = clock.now().getTime();
      const refused = visitRefusal(body.event, visited, visit, now);
      if (refused) throw new Refusal(refused);
      const workerId = body.event === 'offer-visit' ? person.id : visitorOf(visit, request.ownerId);
      if (workerId === null) throw new Refusal('visit-not-here');
      const slots = await aboutWhich(body, request, visit, person);
      const step = {
        event: body.event,
        role: relation,
        actorId: person.id,
        state: outcome.next,
        photos: [],
        ...('words' in body && body.words ? { words: body.words.trim() } : {}),
        ...(slots.length > 0 ? { slots } : {}),
      };
      const owner = ownerAfter(body.event, person.id, request.ownerId);
      const appended = await requestDesk.append(request.id, request.version, step, owner);
      if (!appended.ok) throw new Refusal(appended.failure);
      const after = arrangedAfter(body.event, visit, { workerId, slots }, now);
      const arranged = await (after ? visits.arrange(request.id, after) : visits.clear(request.id));
      if (!arranged.ok) throw new Refusal(arranged.failure);
      await messenger.announce({ type: 'request', id: request.id });
      return views.whole(appended.value, relation, person);
    },
    'GET /v1/visits': async ({ caller: { person } }) => {
      const from = startOf(dayAt(clock.now().getTime()));
      const planned = await visits.booked(person.id, { from, until: from + 2 * dayMs });
      const doors = await Promise.all(
        planned.map(async (visit) => ({ visit, request: await requestDesk.get(visit.requestId) })),
      );
      const served = doors.flatMap(({ visit, request }) => {
        const role = request && servingRole(person.grants, request.node);
        return request && role ? [{ visit, request, role }] : [];
      });
      await readingLog.note(
        ...served.map(({ request, role }) => ({
          subjectId: request.filerId,
          readerId: person.id,
          role,
          what: 'service_request',
        })),
      );
      const named = await views.summaries(served.map(({ request }) => request));
      return named.map(({ id, number, categoryName, placeText, words }, index) => ({
        requestId: id,
        number,
        categoryName,
        placeText,
        words,
        slot: slotView((served[index] as (typeof served)[number]).visit.booked),
      }));
    },
  };
}
