import { type Static, Type } from '@sinclair/typebox';
import {
  complaintEvents,
  complaintKinds,
  complaintStates,
  type ComplaintEvent,
} from '../complaint/complaint';
import { Id, Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

const events = Object.keys(complaintEvents) as ComplaintEvent[];
const Words = Type.String({ maxLength: 2000 });

const ComplaintEntry = Type.Object({
  seq: Type.Integer(),
  event: literals(events),
  at: Instant,
  role: literals(['filer', 'officer']),
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
    summary: 'Say what is wrong with the app, or could be better, or is not true about me',
    tag: 'complaints',
    callers: ['resident'],
    idempotent: true,
    body: strict({
      kind: literals(complaintKinds),
      words: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
      photo: Type.Optional(Id),
    }),
    responses: { 201: Complaint },
    errors: ['photo-unknown', 'consent-required'],
  },
  'GET /v1/complaints': {
    summary: 'Mine, or (scope=desk) those my county has to answer; what waits comes first',
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
      event: literals(events.filter((event) => event !== 'file')),
      /** The version the caller saw. */
      version: Type.Integer({ minimum: 1 }),
      words: Type.Optional(Words),
    }),
    responses: { 201: Complaint },
    errors: ['event-refused', 'changed-meanwhile'],
  },
});
