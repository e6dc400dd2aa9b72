import { type Static, Type } from '@sinclair/typebox';
import { Id, Instant, strict } from './common';
import { defineEndpoints } from './endpoint';

/** A code on paper: signed, without a phone's key; a guard compares the name with a document. */
export const PaperCode = Type.Object({
  id: Id,
  maskedName: Type.String(),
  issuedAt: Instant,
  expiresAt: Instant,
});
export type PaperCode = Static<typeof PaperCode>;

export const PrintedPaperCode = Type.Composite([
  PaperCode,
  Type.Object({
    /** The text of its QR code. Answered once, to be printed; not kept. */
    code: Type.String(),
  }),
]);
export type PrintedPaperCode = Static<typeof PrintedPaperCode>;

export const paperCodes = defineEndpoints({
  'POST /v1/paper-codes': {
    summary: 'A code to print for somebody without a phone, thirty days at most',
    tag: 'paper-codes',
    callers: ['worker', 'officer'],
    body: strict({ personId: Id, days: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })) }),
    responses: { 201: PrintedPaperCode },
    errors: ['person-unknown', 'outside-your-place', 'name-not-confirmed', 'no-emergency'],
  },
  'GET /v1/paper-codes': {
    summary: 'Paper codes of a person that still count',
    tag: 'paper-codes',
    callers: ['worker', 'officer'],
    query: strict({ personId: Id }),
    responses: { 200: Type.Array(PaperCode) },
    errors: ['person-unknown', 'outside-your-place'],
  },
  'DELETE /v1/paper-codes/:id': {
    summary: 'Revoke a paper code that was lost',
    tag: 'paper-codes',
    callers: ['worker', 'officer'],
    params: strict({ id: Id }),
    responses: { 204: null },
  },
});
