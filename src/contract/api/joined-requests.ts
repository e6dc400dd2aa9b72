import { type Static, Type } from '@sinclair/typebox';
import { requestEvents, requestStates, type RequestEvent } from '../service-request/lifecycle';
import { Bilingual, Id, Instant, literals, Point, strict } from './common';
import { defineEndpoints } from './endpoint';
import { RequestDue, VoiceShown } from './service-requests';

const events = Object.keys(requestEvents) as RequestEvent[];

const reported = {
  id: Id,
  category: Type.String(),
  categoryName: Bilingual,
  state: literals(requestStates),
  /** To the building, or the grid: never a door, and nothing the filer wrote. */
  placeName: Type.String(),
  createdAt: Instant,
  /** What was chosen of the category’s own questions. */
  answers: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())])),
};

/** What others reported near here, before one reports it again. */
export const NearRequest = Type.Object({
  ...reported,
  /** From what was asked about; 0 in the same building. */
  metres: Type.Integer(),
  /** Whoever filed it, and those who joined. */
  neighbours: Type.Integer({ minimum: 1 }),
  /** The caller has to do with it already. */
  mine: Type.Optional(literals(['filed', 'joined'])),
});
export type NearRequest = Static<typeof NearRequest>;

export const JoinedSummary = Type.Object({
  ...reported,
  number: Type.String(),
  nodeName: Type.String(),
  changedAt: Instant,
  neighbours: Type.Integer({ minimum: 1 }),
  due: Type.Union([RequestDue, Type.Null()]),
});
export type JoinedSummary = Static<typeof JoinedSummary>;

/** The outcome, as those who joined see it: no names of neighbours, none of their words or photos. */
export const JoinedRequest = Type.Composite([
  JoinedSummary,
  Type.Object({
    timeline: Type.Array(
      Type.Object({
        seq: Type.Integer(),
        event: literals(events),
        at: Instant,
        state: literals(requestStates),
        by: Type.Object({
          role: literals(['filer', 'handler', 'system']),
          /** Of the team. */
          maskedName: Type.Optional(Type.String()),
        }),
        /** Said by the team to all. */
        words: Type.Optional(Type.String()),
        photos: Type.Array(Id),
        voice: Type.Optional(VoiceShown),
        destination: Type.Optional(Type.String()),
      }),
    ),
  }),
]);
export type JoinedRequest = Static<typeof JoinedRequest>;

const id = strict({ id: Id });

export const joinedRequests = defineEndpoints({
  // Where someone is belongs in no URL: a POST though it changes nothing.
  'POST /v1/service-requests/near': {
    summary: 'What neighbours reported near a place already, of a category for public places',
    tag: 'joined-requests',
    callers: ['resident'],
    body: strict({
      category: Type.String({ maxLength: 60 }),
      addressId: Type.Optional(Type.String({ maxLength: 64 })),
      point: Type.Optional(Point),
    }),
    responses: { 200: Type.Array(NearRequest) },
    errors: ['category-unknown'],
  },
  'GET /v1/joined-requests': {
    summary: 'What I joined; newest first',
    tag: 'joined-requests',
    callers: ['resident'],
    responses: { 200: Type.Array(JoinedSummary) },
  },
  'GET /v1/joined-requests/:id': {
    summary: 'The outcome of one I joined',
    tag: 'joined-requests',
    callers: ['resident'],
    params: id,
    responses: { 200: JoinedRequest },
  },
  'PUT /v1/joined-requests/:id': {
    summary: 'Join what a neighbour reported instead of filing it again',
    tag: 'joined-requests',
    callers: ['resident'],
    params: id,
    responses: { 200: JoinedRequest },
    errors: ['consent-required', 'joining-over'],
  },
  'DELETE /v1/joined-requests/:id': {
    summary: 'Leave it again',
    tag: 'joined-requests',
    callers: ['resident'],
    params: id,
    responses: { 204: null },
  },
});
