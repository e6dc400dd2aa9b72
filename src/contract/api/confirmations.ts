import { type Static, Type } from '@sinclair/typebox';
import { BuildingCode, Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

/** `LC1:` and 16 letters: shown by the resident as a QR code, scanned by whoever sees the document. */
export const ConfirmationCode = Type.Object({ code: Type.String(), expiresAt: Instant });
export type ConfirmationCode = Static<typeof ConfirmationCode>;

export const Confirmation = Type.Object({
  /**
   * `known-elsewhere`: the same person has an account already; `joinId` says which question is open.
   * `waits`: what comes with the document could make their colour worse, so that a second official signs first.
   */
  outcome: literals(['confirmed', 'known-elsewhere', 'waits']),
  /** Of nobody as yet where somebody without a phone waits. */
  personId: Id,
  maskedName: Type.String(),
  joinId: Type.Optional(Id),
});
export type Confirmation = Static<typeof Confirmation>;

/** Somebody signed in elsewhere is this same person, by their document. */
export const AccountJoin = Type.Object({ id: Id, askedAt: Instant, device: Type.String() });
export type AccountJoin = Static<typeof AccountJoin>;

/** What is read off a document. The number goes into the person key and nowhere else. */
export const Document = {
  name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
  documentNumber: Type.String({ minLength: 5, maxLength: 30, pattern: '^[0-9A-Za-z()-]+$' }),
};

export const confirmations = defineEndpoints({
  'POST /v1/confirmation-codes': {
    summary: 'A single-use code for the community to confirm me, or a child of mine',
    tag: 'confirmations',
    callers: ['resident'],
    body: strict({
      /** The family relation whose child is to be confirmed; myself without it. */
      family: Type.Optional(Id),
    }),
    responses: { 201: ConfirmationCode },
    errors: ['consent-required', 'not-in-family'],
  },
  'POST /v1/confirmations': {
    summary: 'I have seen the person and their document; the number is not stored',
    tag: 'confirmations',
    callers: ['worker', 'officer'],
    body: strict({
      /** Scanned off the person's phone; without it the person has none, and lives where I serve. */
      code: Type.Optional(Type.String({ maxLength: 40 })),
      ...Document,
      home: Type.Optional(strict({ node: RegionCode, building: Type.Optional(BuildingCode) })),
      /** From fourteen to eighteen a child agrees for itself, beside its guardian. */
      childAgrees: Type.Optional(Type.Boolean()),
    }),
    responses: { 200: Confirmation },
    errors: [
      'confirmation-code-unknown',
      'document-invalid',
      'name-not-of-document',
      'real-name-unavailable',
      'outside-your-place',
      'home-required',
      'child-consent-required',
      'guardian-not-of-age',
      'not-a-child',
      'another-document',
      'region-unknown',
      'concerns-you',
    ],
  },
  'GET /v1/me/account-joins': {
    summary: 'Devices that want to be me: same person by their document',
    tag: 'confirmations',
    callers: ['resident'],
    responses: { 200: Type.Array(AccountJoin) },
  },
  'POST /v1/account-joins/:id/answer': {
    summary:
      'Join the second account into the first, or not: said by the first, or by the desk that saw the document',
    tag: 'confirmations',
    callers: ['resident'],
    params: strict({ id: Id }),
    body: strict({ join: Type.Boolean() }),
    /** `waits`: said by the desk, it could make a colour worse, so that a second official signs first. */
    responses: { 200: Type.Object({ waits: Type.Boolean() }) },
    errors: ['name-not-confirmed', 'concerns-you', 'outside-your-place'],
  },
});
