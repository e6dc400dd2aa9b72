import { type Static, Type } from '@sinclair/typebox';
import { closingObstacles } from '../personal-data/obstacle';
import { consentKinds } from '../personal-data/consent';
import { roles } from '../role';
import { Bilingual, Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

const HeldCell = Type.Object({
  field: Type.String(),
  /** As it is kept; null where only machines can read it. */
  value: Type.Unknown(),
  words: Bilingual,
});

export const HeldTable = Type.Object({
  table: Type.String(),
  name: Bilingual,
  source: Bilingual,
  /** Until when a row is kept. */
  until: Bilingual,
  fields: Type.Array(
    Type.Object({ field: Type.String(), name: Bilingual, purpose: Bilingual, basis: Bilingual }),
  ),
  rows: Type.Array(Type.Array(HeldCell)),
});
export type HeldTable = Static<typeof HeldTable>;

/** Somebody's look at my record. */
export const Look = Type.Object({
  role: literals([...roles, 'family']),
  what: Bilingual,
  at: Instant,
});
export type Look = Static<typeof Look>;

export const MyData = Type.Object({
  at: Instant,
  /** Every kind of data there is, those without a row about me too. */
  tables: Type.Array(HeldTable),
  /** Newest first. */
  looks: Type.Array(Look),
});
export type MyData = Static<typeof MyData>;

export const Consent = Type.Object({
  kind: literals(consentKinds),
  /** Of the text agreed to; null: not agreed, or taken back. */
  version: Type.Union([Type.String(), Type.Null()]),
  givenAt: Type.Union([Instant, Type.Null()]),
});
export type Consent = Static<typeof Consent>;

const Asked = Type.Object({ askedAt: Instant, answerBy: Instant });
export const Closing = Type.Object({
  /** What stands against it now; nothing: it is done at once. */
  against: Type.Array(literals(closingObstacles)),
  /** Asked already, and waiting. */
  asked: Type.Union([Asked, Type.Null()]),
  /** What is left afterwards, and why. */
  stays: Type.Array(Type.Object({ what: Bilingual, why: Bilingual })),
});
export type Closing = Static<typeof Closing>;

const kind = strict({ kind: literals(consentKinds) });

export const myData = defineEndpoints({
  'GET /v1/my-data': {
    summary:
      'Everything held about me: what, from where, why, on what ground, until when; and which role looked when',
    tag: 'my-data',
    callers: ['resident'],
    responses: { 200: MyData },
  },
  'GET /v1/my-data/copy': {
    summary: 'The same as a file to keep',
    tag: 'my-data',
    callers: ['resident'],
    responses: { 200: 'binary' },
    mediaType: 'application/json',
  },
  'GET /v1/me/consents': {
    summary: 'What I agreed to beside the privacy text',
    tag: 'my-data',
    callers: ['resident'],
    responses: { 200: Type.Array(Consent) },
  },
  'PUT /v1/me/consents/:kind': {
    summary: 'Agree to a kind of sensitive data, in a version of its text',
    tag: 'my-data',
    callers: ['resident'],
    params: kind,
    body: strict({ version: Type.String({ minLength: 1, maxLength: 20 }) }),
    responses: { 204: null },
    errors: ['consent-outdated'],
  },
  'DELETE /v1/me/consents/:kind': {
    summary: 'Take it back: what it was for is deleted',
    tag: 'my-data',
    callers: ['resident'],
    params: kind,
    responses: { 204: null },
  },
  'GET /v1/me/closing': {
    summary: 'What closing my account does, what stands against it, what stays',
    tag: 'my-data',
    callers: ['resident'],
    responses: { 200: Closing },
  },
  'POST /v1/me/closing': {
    summary:
      'Close my account: at once where nothing stands against it, within fifteen working days otherwise',
    tag: 'my-data',
    callers: ['resident'],
    responses: {
      200: Type.Object({
        outcome: literals(['closed', 'asked']),
        answerBy: Type.Union([Instant, Type.Null()]),
      }),
    },
    errors: ['hand-over-first'],
  },
  'DELETE /v1/me/closing': {
    summary: 'I stay',
    tag: 'my-data',
    callers: ['resident'],
    responses: { 204: null },
  },
});
