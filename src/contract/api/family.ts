import { type Static, Type } from '@sinclair/typebox';
import { familyActs, familyKinds } from '../family/relation';
import { Id, Instant, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

const May = Type.Array(literals(familyActs), { maxItems: familyActs.length, uniqueItems: true });
const CalledAs = Type.String({ minLength: 1, maxLength: 12, pattern: '\\S' });
/** A calendar day, YYYY-MM-DD. */
export const Day = Type.String({ format: 'date' });

/** Somebody I may act for. */
export const FamilyMember = Type.Object({
  /** Of the relation. */
  id: Id,
  personId: Id,
  kind: literals(familyKinds),
  /** How I speak of them: 妈妈. */
  calledAs: Type.String(),
  maskedName: Type.String(),
  confirmed: Type.Boolean(),
  may: May,
  /** `asked`: the community has yet to see the child. */
  state: literals(['asked', 'active']),
  /** A guardian's part ends at eighteen. */
  endsOn: Type.Union([Day, Type.Null()]),
});
export type FamilyMember = Static<typeof FamilyMember>;

/** Somebody who may act for me. */
export const FamilyHelper = Type.Object({
  id: Id,
  kind: literals(familyKinds),
  maskedName: Type.String(),
  may: May,
  since: Instant,
  /** Phones of theirs that bear my code now. */
  phones: Type.Integer(),
  /** What they filed or read for me, newest first. Showing leaves no trace. */
  log: Type.Array(Type.Object({ what: literals(['filed', 'read']), at: Instant })),
});
export type FamilyHelper = Static<typeof FamilyHelper>;

/** `LF1:` and 16 letters: shown by who wants to help, scanned or typed by who is to say yes. */
export const FamilyAsk = Type.Object({ code: Type.String(), expiresAt: Instant });
export type FamilyAsk = Static<typeof FamilyAsk>;

const AskCode = Type.String({ minLength: 4, maxLength: 40 });

export const family = defineEndpoints({
  'GET /v1/family': {
    summary: 'Whom I may act for, and who may act for me',
    tag: 'family',
    callers: ['resident'],
    responses: { 200: Type.Object({ members: Type.Array(FamilyMember), helpers: Type.Array(FamilyHelper) }) },
  },
  'POST /v1/family/children': {
    summary: 'A child of mine; counts once the community has seen its document',
    tag: 'family',
    callers: ['resident'],
    idempotent: true,
    body: strict({
      name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
      calledAs: CalledAs,
      bornOn: Day,
    }),
    responses: { 201: FamilyMember },
    errors: ['consent-required', 'not-a-child', 'name-not-confirmed', 'guardian-not-of-age'],
  },
  'POST /v1/family/asks': {
    summary: 'I want to help an adult, or to be a guardian beside another',
    tag: 'family',
    callers: ['resident'],
    body: strict({ kind: literals(familyKinds), calledAs: CalledAs }),
    responses: { 201: FamilyAsk },
    errors: ['consent-required'],
  },
  'POST /v1/family/asks/look': {
    summary: 'Who asks, before one says yes',
    tag: 'family',
    callers: ['resident'],
    perMinute: 60,
    body: strict({ code: AskCode }),
    responses: {
      200: Type.Object({ kind: literals(familyKinds), maskedName: Type.String(), confirmed: Type.Boolean() }),
    },
    errors: ['family-ask-unknown'],
  },
  'POST /v1/family/asks/agree': {
    summary: 'Yes: this person may help me with these things, or be a guardian of this child too',
    tag: 'family',
    callers: ['resident'],
    perMinute: 60,
    body: strict({
      code: AskCode,
      may: Type.Optional(May),
      /** My relation to the child, where a guardian asks. */
      child: Type.Optional(Id),
      /** My own part ends with it. */
      handOver: Type.Optional(Type.Boolean()),
      /** A worker writes down the yes of a person in front of them. */
      saidBy: Type.Optional(Id),
    }),
    responses: { 204: null },
    errors: [
      'family-ask-unknown',
      'not-in-family',
      'outside-your-place',
      'name-not-confirmed',
      'consent-required',
      'guardian-not-of-age',
    ],
  },
  'PATCH /v1/family/:id': {
    summary: 'Change what my helper may do',
    tag: 'family',
    callers: ['resident'],
    params: strict({ id: Id }),
    body: strict({ may: May }),
    responses: { 204: null },
  },
  'DELETE /v1/family/:id': {
    summary: 'End it, from either side; what the other phone bears is revoked',
    tag: 'family',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 204: null },
  },
});
