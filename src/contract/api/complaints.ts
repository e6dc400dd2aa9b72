import { type Static, Type } from '@sinclair/typebox';
import {
  complaintEvents,
  complaintKinds,
  complaintStates,
  type ComplaintEvent,
} from '../complaint/complaint';
import { Bilingual, Id, Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';
import { TimelineEntry } from './service-requests';

const events = Object.keys(complaintEvents) as ComplaintEvent[];
const Words = Type.String({ maxLength: 2000 });

const ComplaintEntry = Type.Object({
  seq: Type.Integer(),
  event: literals(events),
  at: Instant,
  role: literals(['filer', 'officer', 'system']),
  /** Of who answered. */
  maskedName: Type.Optional(Type.String()),
  words: Type.Optional(Type.String()),
});

export const Complaint = Type.Object({
  id: Id,
  kind: literals(complaintKinds),
  state: literals(complaintStates),
  /** The end of the day by which it is answered; null once it is. */
  answerBy: Type.Union([Instant, Type.Null()]),
  photo: Type.Union([Id, Type.Null()]),
  /** What one about handling is about. */
  request: Type.Optional(
    Type.Object({
      id: Id,
      number: Type.String(),
      categoryName: Bilingual,
      /** The name of the place whose officers answer. */
      answeredBy: Type.String(),
      /** The level below did not answer in time. */
      escalated: Type.Boolean(),
      /** As its team has it, and only to read: for who answers, with one complaint. */
      timeline: Type.Optional(Type.Array(TimelineEntry)),
    }),
  ),
  createdAt: Instant,
  changedAt: Instant,
  /** Grows by one with each event. */
  version: Type.Integer(),
  /** Oldest first; append-only. */
  timeline: Type.Array(ComplaintEntry),
  /** What the caller can do now. */
  possible: Type.Array(literals(events)),
});
export type Complaint = Static<typeof Complaint>;

export const complaints = defineEndpoints({
  'POST /v1/complaints': {
    summary:
      'Say what is wrong with the app, or could be better, or is not true about me, or how my request was handled',
    tag: 'complaints',
    callers: ['resident'],
    idempotent: true,
    body: strict({
      kind: literals(complaintKinds),
      words: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
      photo: Type.Optional(Id),
      /** Of kind `handling`, and of no other. */
      requestId: Type.Optional(Id),
    }),
    responses: { 201: Complaint },
    errors: ['photo-unknown', 'consent-required', 'not-found'],
  },
  'GET /v1/complaints': {
    summary: 'Mine, or (scope=desk) those I have to answer as an officer; what waits comes first',
    tag: 'complaints',
    callers: ['resident'],
    query: strict({ scope: Type.Optional(literals(['mine', 'desk'])) }),
    responses: { 200: Type.Array(Complaint) },
  },
  'GET /v1/complaints/:id': {
    summary: 'One with its timeline',
    tag: 'complaints',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 200: Complaint },
  },
  'POST /v1/complaints/:id/events': {
    summary: 'Add to it, answer it, or say that it is settled',
    tag: 'complaints',
    callers: ['resident'],
    idempotent: true,
    params: strict({ id: Id }),
    body: strict({
      event: literals(events.filter((event) => event !== 'file' && event !== 'escalate')),
      /** The version the caller saw. */
      version: Type.Integer({ minimum: 1 }),
      words: Type.Optional(Words),
    }),
    responses: { 201: Complaint },
    errors: ['event-refused', 'changed-meanwhile'],
  },
});
