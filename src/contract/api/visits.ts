import { type Static, Type } from '@sinclair/typebox';
import { OFFERED } from '../visit/visit';
import { Bilingual, Id, Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';
import { ServiceRequest } from './service-requests';
import { VisitSlot } from './visit-slot';

const Note = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });
const version = Type.Integer({ minimum: 1 });

/** One door of a worker's day. */
export const PlannedVisit = Type.Object({
  requestId: Id,
  number: Type.String(),
  categoryName: Bilingual,
  placeText: Type.String(),
  words: Type.String(),
  slot: VisitSlot,
});
export type PlannedVisit = Static<typeof PlannedVisit>;

export const visits = defineEndpoints({
  'GET /v1/service-requests/:id/visit-slots': {
    summary: 'When somebody can come: to its filer the hours to choose from, to its team those to offer',
    tag: 'visits',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 200: Type.Array(VisitSlot) },
  },
  'POST /v1/service-requests/:id/visit': {
    summary: 'Offer hours, choose or move one, cancel it, call it off',
    tag: 'visits',
    callers: ['resident'],
    idempotent: true,
    params: strict({ id: Id }),
    body: Type.Union([
      strict({
        event: Type.Literal('offer-visit'),
        version,
        /** When each begins. */
        slots: Type.Array(Instant, { minItems: OFFERED.least, maxItems: OFFERED.most, uniqueItems: true }),
        words: Type.Optional(Note),
      }),
      strict({ event: Type.Literal('book-visit'), version, slot: Instant }),
      strict({ event: literals(['cancel-visit', 'call-off-visit']), version, words: Type.Optional(Note) }),
    ]),
    responses: { 201: ServiceRequest },
    errors: [
      'event-refused',
      'changed-meanwhile',
      'slot-taken',
      'visit-not-here',
      'visit-none',
      'visit-too-late',
      'visit-moved-often',
    ],
  },
  'GET /v1/visits': {
    summary: 'My doors of today and tomorrow, in order',
    tag: 'visits',
    callers: ['worker', 'officer'],
    responses: { 200: Type.Array(PlannedVisit) },
  },
});
