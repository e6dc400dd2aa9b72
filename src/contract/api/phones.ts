import { type Static, Type } from '@sinclair/typebox';
import { Id, Instant, strict } from './common';
import { Document } from './confirmations';
import { defineEndpoints } from './endpoint';

/** A phone that is signed in as me. */
export const SignedInPhone = Type.Object({
  id: Id,
  /** As the phone called itself: iPhone 12 · 微信. */
  device: Type.String(),
  current: Type.Boolean(),
  signedInAt: Instant,
  /** To the day. */
  usedAt: Instant,
  /** Whose codes it bears, masked names. */
  bears: Type.Array(Type.String()),
});
export type SignedInPhone = Static<typeof SignedInPhone>;

export const phones = defineEndpoints({
  'GET /v1/me/phones': {
    summary: 'Phones that are signed in as me',
    tag: 'phones',
    callers: ['resident'],
    responses: { 200: Type.Array(SignedInPhone) },
  },
  'DELETE /v1/me/phones/:id': {
    summary: 'A lost phone: its session, its keys and every code on it end now, the family’s too',
    tag: 'phones',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 204: null },
  },
  'POST /v1/lost-phones': {
    summary: 'At the desk, by document: every phone of the person is ended',
    tag: 'phones',
    callers: ['worker', 'officer'],
    body: strict({ ...Document }),
    responses: { 200: Type.Object({ phones: Type.Integer(), personId: Id, maskedName: Type.String() }) },
    errors: [
      'person-unknown',
      'document-invalid',
      'name-not-of-document',
      'real-name-unavailable',
      'outside-your-place',
    ],
  },
});
