import type { Complaint } from '@contract/api';
import { answeringFor } from '@contract/complaint/answering';
import {
  complaintAnswerBy,
  complaintRole,
  complaintTransition,
  possibleComplaintEvents,
  type ComplaintRole,
} from '@contract/complaint/complaint';
import { maskName } from '@contract/health-code/masked-name';
import { atLevel } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Complaint as StoredComplaint } from '../ports/complaints';
import type { Person } from '../ports/store';

type Keys =
  'POST /v1/complaints' | 'GET /v1/complaints' | 'GET /v1/complaints/:id' | 'POST /v1/complaints/:id/events';

/** About the app itself: written by anyone, answered by the county's officers, each with a day it is answered by. */
export function complaintRoutes({
  clock,
  complaints,
  fileStore,
  issuer,
  readingLog,
  store,
  workCalendars,
}: Pick<
  Ports,
  'clock' | 'complaints' | 'fileStore' | 'issuer' | 'readingLog' | 'store' | 'workCalendars'
>): Handlers<Keys> {
  const limit = async (): Promise<Date> =>
    new Date(complaintAnswerBy(clock.now().getTime(), await workCalendars.inForce()));

  /** To anyone else it does not exist. */
  async function mine(
    id: string,
    person: Person,
  ): Promise<{ complaint: StoredComplaint; role: ComplaintRole }> {
    const complaint = await complaints.get(id);
    const role = complaint ? complaintRole(complaint, person) : 'none';
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

  async function viewOf(complaint: StoredComplaint, role: ComplaintRole): Promise<Complaint> {
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

  return {
    'POST /v1/complaints': async ({ caller: { person }, body }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      if (body.photo !== undefined && (await fileStore.describe(body.photo))?.ownerId !== person.id)
        throw new Refusal('photo-unknown', { fields: [{ pointer: '/photo', reason: 'unknown' }] });
      const filed = await complaints.file({
        filerId: person.id,
        // Who has not said where they live writes to whom this deployment is of.
        county: atLevel(person.home?.node ?? '', 'county') ?? issuer.county,
        kind: body.kind,
        photoId: body.photo ?? null,
        words: body.words.trim(),
        answerBy: await limit(),
      });
      return viewOf(filed, 'filer');
    },
    'GET /v1/complaints': async ({ caller: { person }, query: { scope = 'mine' } }) => {
      if (scope === 'mine')
        return Promise.all((await complaints.of(person.id)).map((one) => viewOf(one, 'filer')));
      const nodes = answeringFor(person.grants);
      if (nodes.length === 0) throw new Refusal('forbidden');
      const found = await complaints.under(nodes);
      await noted(found, person);
      return Promise.all(found.map((one) => viewOf(one, 'officer')));
    },
    'GET /v1/complaints/:id': async ({ caller: { person }, params }) => {
      const { complaint, role } = await mine(params.id, person);
      return viewOf(complaint, role);
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
      const after = {
        state: next.value,
        // What is added before an answer does not put the day off.
        answerBy: next.value === 'waiting' ? (complaint.answerBy ?? (await limit())) : null,
      };
      const done = await complaints.append(complaint.id, complaint.version, step, after);
      if (!done.ok) throw new Refusal(done.failure);
      return viewOf(done.value, role);
    },
  };
}
