import type { Complaint } from '@contract/api';
import { answeringFor, answeringHandling } from '@contract/complaint/answering';
import {
  complaintAnswerBy,
  complaintTransition,
  possibleComplaintEvents,
  type ComplaintKind,
} from '@contract/complaint/complaint';
import { higherOf } from '@contract/complaint/handling';
import { maskName } from '@contract/health-code/masked-name';
import { atLevel } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Complaint as StoredComplaint } from '../ports/complaints';
import type { DeskRequestWithTimeline } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { complaintAccess } from './complaint-access';
import { onBehalf } from './on-behalf';
import { requestViews } from './service-request-view';

type Role = 'filer' | 'officer';
type Keys =
  | 'POST /v1/complaints'
  | 'GET /v1/complaints'
  | 'GET /v1/complaints/:id'
  | 'POST /v1/complaints/:id/events';

type ComplaintPorts = Parameters<typeof requestViews>[0] &
  Pick<
    Ports,
    | 'complaints'
    | 'family'
    | 'fileStore'
    | 'issuer'
    | 'messenger'
    | 'readingLog'
    | 'requestDesk'
    | 'workCalendars'
  >;

/**
 * About the app itself: written by anyone, answered by the county's officers. About how a request was handled: written
 * by whose it is, answered by the level above those who handled it. Each with a day it is answered by.
 */
export function complaintRoutes(ports: ComplaintPorts): Handlers<Keys> {
  const {
    clock,
    complaints,
    fileStore,
    issuer,
    messenger,
    readingLog,
    requestDesk,
    serviceCatalogue,
    store,
    workCalendars,
  } = ports;
  const access = complaintAccess(ports);
  const { relationFor } = onBehalf(ports);
  const requests = requestViews(ports);
  const limit = async (kind: ComplaintKind): Promise<Date> =>
    new Date(complaintAnswerBy(clock.now().getTime(), await workCalendars.inForce(), kind));

  /** To anyone else it does not exist. */
  async function mine(id: string, person: Person): Promise<{ complaint: StoredComplaint; role: Role }> {
    const complaint = await complaints.get(id);
    const role = complaint ? await access.roleOf(complaint, person) : 'none';
    if (!complaint || role === 'none') throw new Refusal('not-found');
    await noted([complaint], person);
    return { complaint, role };
  }

  const noted = (read: readonly StoredComplaint[], { id: readerId }: Person): Promise<void> =>
    readingLog.note(
      ...read.map(({ filerId: subjectId }) => ({
        subjectId,
        readerId,
        role: 'officer' as const,
        what: 'complaint',
      })),
    );

  /** The request that a complaint of this kind is about: the caller's own, or of somebody for whom they file. */
  async function handled(
    person: Person,
    kind: ComplaintKind,
    requestId: string | undefined,
  ): Promise<DeskRequestWithTimeline | undefined> {
    if ((kind === 'handling') !== (requestId !== undefined))
      throw new Refusal('invalid-request', {
        fields: [{ pointer: '/requestId', reason: 'with kind handling, and only with it' }],
      });
    if (requestId === undefined) return undefined;
    const request = await requestDesk.get(requestId);
    const relation = request ? await relationFor(request, person, 'file') : 'none';
    if (relation !== 'filer') throw new Refusal('not-found');
    return request;
  }

  /** @param reader with its timeline, for who answers it */
  async function aboutOf(
    { handling }: StoredComplaint,
    reader?: Person,
  ): Promise<Pick<Complaint, 'request'>> {
    const request = handling && (await requestDesk.get(handling.requestId));
    if (!handling || !request) return {};
    const { id, number, category: code, catalogueVersion, filerId } = request;
    const category = await serviceCatalogue.category(code, catalogueVersion);
    const place = (await requests.nodeNames([handling.node])).get(handling.node);
    const about = {
      id,
      number,
      categoryName: category?.name ?? { zh: code, en: code },
      answeredBy: place ?? handling.node,
      escalated: handling.escalated,
    };
    if (!reader) return { request: about };
    await readingLog.note({
      subjectId: filerId,
      readerId: reader.id,
      role: 'officer',
      what: 'service_request',
    });
    const { timeline } = await requests.whole(request, 'handler', reader);
    return { request: { ...about, timeline } };
  }

  /** One by itself: who answers it sees what was done about the request. */
  const oneFor = (complaint: StoredComplaint, role: Role, person: Person): Promise<Complaint> =>
    viewOf(complaint, role, role === 'officer' ? person : undefined);

  async function viewOf(complaint: StoredComplaint, role: Role, reader?: Person): Promise<Complaint> {
    const officers = complaint.timeline.flatMap((entry) =>
      entry.role === 'officer' && entry.actorId !== null ? [entry.actorId] : [],
    );
    const names = new Map<string, string>();
    for (const id of new Set(officers)) {
      const name = (await store.people.get(id))?.name;
      if (name) names.set(id, maskName(name));
    }
    const { id, kind, state, answerBy, photoId, createdAt, changedAt, version } = complaint;
    return {
      id,
      kind,
      state,
      answerBy: answerBy?.toISOString() ?? null,
      photo: photoId,
      ...(await aboutOf(complaint, reader)),
      createdAt: createdAt.toISOString(),
      changedAt: changedAt.toISOString(),
      version,
      timeline: complaint.timeline.map(({ actorId, at, ...entry }) => {
        const maskedName = names.get(actorId ?? '');
        return { ...entry, at: at.toISOString(), ...(maskedName ? { maskedName } : {}) };
      }),
      possible: possibleComplaintEvents(state, role),
    };
  }

  /**
   * By when it is answered, and by whom. What is added before an answer does not put the day off; after one it is asked
   * anew, of the level above those who have handled the request by now.
   */
  async function until({ kind, answerBy, handling }: StoredComplaint, next: StoredComplaint['state']) {
    if (next !== 'waiting' || answerBy) return { answerBy: next === 'waiting' ? answerBy : null };
    const request = handling && (await requestDesk.get(handling.requestId));
    const again = { answerBy: await limit(kind) };
    if (!handling || !request) return again;
    const node = higherOf(handling.node, await access.answering(request));
    return { ...again, handling: { node, escalated: false } };
  }

  return {
    'POST /v1/complaints': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      if (body.photo !== undefined && (await fileStore.describe(body.photo))?.ownerId !== person.id)
        throw new Refusal('photo-unknown', { fields: [{ pointer: '/photo', reason: 'unknown' }] });
      const request = await handled(person, body.kind, body.requestId);
      const filed = await complaints.file({
        filerId: person.id,
        ...(request ? { handling: { requestId: request.id, node: await access.answering(request) } } : {}),
        // Who has not said where they live writes to whom this deployment is of.
        county: atLevel(request?.node ?? person.home?.node ?? '', 'county') ?? issuer.county,
        kind: body.kind,
        photoId: body.photo ?? null,
        words: body.words.trim(),
        answerBy: await limit(body.kind),
      });
      await messenger.announce({ type: 'complaint', id: filed.id });
      return viewOf(filed, 'filer');
    },
    'GET /v1/complaints': async ({ caller: { person }, query: { scope = 'mine' } }) => {
      if (scope === 'mine')
        return Promise.all((await complaints.of(person.id)).map((one) => viewOf(one, 'filer')));
      const nodes = { app: answeringFor(person.grants), handling: answeringHandling(person.grants) };
      if (nodes.handling.length === 0) throw new Refusal('forbidden');
      const under = await complaints.under(nodes);
      const roles = await Promise.all(under.map((one) => access.roleOf(one, person)));
      const found = under.filter((_, at) => roles[at] === 'officer');
      await noted(found, person);
      return Promise.all(found.map((one) => viewOf(one, 'officer')));
    },
    'GET /v1/complaints/:id': async ({ caller: { person }, params }) => {
      const { complaint, role } = await mine(params.id, person);
      return oneFor(complaint, role, person);
    },
    'POST /v1/complaints/:id/events': async ({ caller: { person }, params, body }) => {
      const { complaint, role } = await mine(params.id, person);
      if (complaint.version !== body.version) throw new Refusal('changed-meanwhile');
      const next = complaintTransition(complaint.state, body.event, role);
      if (!next.ok) throw new Refusal(next.failure);
      const words = body.words?.trim();
      if (body.event !== 'settle' && !words)
        throw new Refusal('invalid-request', { fields: [{ pointer: '/words', reason: 'missing' }] });
      const step = { event: body.event, role, actorId: person.id, ...(words ? { words } : {}) };
      const after = { state: next.value, ...(await until(complaint, next.value)) };
      const done = await complaints.append(complaint.id, complaint.version, step, after);
      if (!done.ok) throw new Refusal(done.failure);
      await messenger.announce({ type: 'complaint', id: complaint.id });
      return oneFor(done.value, role, person);
    },
  };
}
