import { type Static, Type } from '@sinclair/typebox';
import { bodyKinds } from '../body/body';
import { cardLimits } from '../body/card';
import { Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

const card = {
  call: Type.Optional(words(cardLimits.call)),
  where: Type.Optional(words(cardLimits.where)),
  /** When somebody is there, in words. */
  hours: Type.Optional(words(cardLimits.hours)),
  /** The next meeting; once it was, it is the last one. */
  meetsAt: Type.Optional(Instant),
  meetsWhere: Type.Optional(words(cardLimits.meetsWhere)),
  /** In the order of the meeting. */
  agenda: Type.Array(words(cardLimits.point), { maxItems: cardLimits.points }),
};

export const LocalBody = Type.Object({
  id: Id,
  kind: literals(bodyKinds),
  name: Type.String(),
  node: RegionCode,
  nodeName: Type.String(),
  ...card,
  /** Who wrote it: the body itself, or the county. */
  keptBy: literals(['itself', 'county']),
  /** When its keeper last changed or confirmed it. */
  touchedAt: Instant,
});
export type LocalBody = Static<typeof LocalBody>;

const id = strict({ id: Id });

export const bodies = defineEndpoints({
  'GET /v1/bodies': {
    summary:
      'Whom a place turns to beside the grid: the nearest of each kind, with contact, meeting and agenda',
    tag: 'bodies',
    callers: ['anyone'],
    query: strict({ node: RegionCode, kind: Type.Optional(literals(bodyKinds)) }),
    responses: { 200: Type.Array(LocalBody) },
  },
  'GET /v1/me/bodies': {
    summary: 'Those whose card I keep',
    tag: 'bodies',
    callers: ['resident'],
    responses: { 200: Type.Array(LocalBody) },
  },
  'POST /v1/body-stewards': {
    summary:
      'Become the one who keeps a body’s card, by its invitation; whoever kept it before no longer does',
    tag: 'bodies',
    callers: ['resident'],
    perMinute: 30,
    body: strict({ code: Type.String({ minLength: 1, maxLength: 200 }) }),
    responses: { 201: LocalBody },
    errors: ['consent-required', 'body-invitation-unknown', 'not-for-the-grid'],
  },
  'PUT /v1/bodies/:id': {
    summary: 'Write my body’s card; nobody of the grid can',
    tag: 'bodies',
    callers: ['resident'],
    params: id,
    body: strict(card),
    responses: { 200: LocalBody },
    errors: ['not-your-card', 'not-for-the-grid', 'card-invalid'],
  },
  'POST /v1/bodies/:id/invitations': {
    summary: 'An invitation for whoever keeps the card after me',
    tag: 'bodies',
    callers: ['resident'],
    params: id,
    responses: { 201: Type.Object({ code: Type.String(), expiresAt: Instant }) },
    errors: ['not-your-card', 'not-for-the-grid'],
  },
});
