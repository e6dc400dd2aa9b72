import { type Static, Type } from '@sinclair/typebox';
import { appealWays, remedies } from '../appeal/answer';
import { appealEvents, appealStates, type AppealEvent } from '../appeal/lifecycle';
import { colours } from '../health-code/colour';
import { ColourReasonBody } from './colours';
import { Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { Day } from './family';

const events = Object.keys(appealEvents) as AppealEvent[];
const Words = Type.String({ maxLength: 1000 });
const Photos = Type.Array(Id, { maxItems: 9, uniqueItems: true });

export const AppealEntry = Type.Object({
  seq: Type.Integer(),
  event: literals(events),
  at: Instant,
  /** The person is "you" to themselves; everyone else has a masked name. */
  by: Type.Object({
    role: literals(['appellant', 'bearer', 'hearer', 'system']),
    maskedName: Type.Optional(Type.String()),
  }),
  state: literals(appealStates),
  /** Where it lay after the step. */
  nodeName: Type.String(),
  words: Type.Optional(Type.String()),
  photos: Type.Array(Id),
  /** With `grant`: whether a wrong fact was taken away, or somebody else changes what is not a fact. */
  remedy: Type.Optional(literals(remedies)),
  /** The colour after the step, where it was decided anew. */
  colour: Type.Optional(literals(colours)),
});
export type AppealEntry = Static<typeof AppealEntry>;

export const AppealSummary = Type.Object({
  id: Id,
  personId: Id,
  maskedName: Type.String(),
  /** Not for whoever carried it to the desk: they need not know why somebody's code is not green. */
  reason: Type.Union([ColourReasonBody, Type.Null()]),
  way: literals(appealWays),
  state: literals(appealStates),
  /** Where it lies. */
  node: RegionCode,
  nodeName: Type.String(),
  filedAt: Instant,
  /** By when somebody answers, by the wall clock. */
  dueAt: Instant,
  /** Whether whoever has it was warned that the time runs out. */
  warned: Type.Boolean(),
  /** Who has it. */
  ownerMaskedName: Type.Union([Type.String(), Type.Null()]),
  mine: Type.Boolean(),
  version: Type.Integer(),
});
export type AppealSummary = Static<typeof AppealSummary>;

export const AppealBody = Type.Composite([
  AppealSummary,
  Type.Object({
    relation: literals(['appellant', 'bearer', 'hearer']),
    /** Newest last; append-only. */
    timeline: Type.Array(AppealEntry),
    /** What the caller can do now. */
    possible: Type.Array(literals(events)),
    /** Once refused: the last day for administrative reconsideration 行政复议. */
    reviewUntil: Type.Optional(Day),
    /** For a hearer: what granting it can do. */
    remedies: Type.Array(literals(remedies)),
  }),
]);
export type AppealBody = Static<typeof AppealBody>;

export const ShiftBody = strict({
  personId: Id,
  /** 1 for Monday; one of the two. A day of its own takes the place of that day of the week. */
  weekday: Type.Optional(Type.Integer({ minimum: 1, maximum: 7 })),
  day: Type.Optional(Day),
  /** HH:MM by the wall clock of China; an end that is not later than the start is on the next day. */
  from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  until: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
});
export type ShiftBody = Static<typeof ShiftBody>;

export const DutyRosterBody = Type.Object({
  node: RegionCode,
  nodeName: Type.String(),
  shifts: Type.Array(ShiftBody),
  /** Officers of this very node: those who can be on its roster. */
  officers: Type.Array(
    Type.Object({
      personId: Id,
      maskedName: Type.String(),
      /** Whoever hears appeals is a confirmed person. */
      confirmed: Type.Boolean(),
      onDuty: Type.Boolean(),
    }),
  ),
});
export type DutyRosterBody = Static<typeof DutyRosterBody>;

const id = strict({ id: Id });
const node = strict({ node: RegionCode });

export const appeals = defineEndpoints({
  'POST /v1/appeals': {
    summary:
      'Appeal 申诉 against why a code is not green; decided afresh at once, else heard within two hours',
    tag: 'appeals',
    callers: ['resident'],
    idempotent: true,
    body: strict({
      /** Whose code, where it is not mine: a child’s, of somebody I file for, or of somebody I serve who told me to. */
      personId: Type.Optional(Id),
      /** At the desk: the person said so to me. */
      theirSay: Type.Optional(Type.Boolean()),
      /** Against which of its reasons; without it the one that explains. */
      rule: Type.Optional(Type.String({ maxLength: 60 })),
      factId: Type.Optional(Id),
      words: Type.Optional(Words),
      photos: Type.Optional(Photos),
    }),
    responses: { 201: AppealBody },
    errors: [
      'no-emergency',
      'consent-required',
      'not-in-family',
      'their-say-needed',
      'photo-unknown',
      'appeal-reason-gone',
      'appeal-open-already',
    ],
  },
  'GET /v1/appeals': {
    summary:
      'Mine or of somebody I act for, newest first; or (scope=desk) those I may hear now, the next due first',
    tag: 'appeals',
    callers: ['resident'],
    query: strict({
      scope: Type.Optional(literals(['mine', 'desk'])),
      /** With `mine`: whose. */
      personId: Type.Optional(Id),
    }),
    responses: { 200: Type.Array(AppealSummary) },
    errors: ['not-in-family'],
  },
  'GET /v1/appeals/:id': {
    summary: 'One appeal with its timeline',
    tag: 'appeals',
    callers: ['resident'],
    params: id,
    responses: { 200: AppealBody },
  },
  'POST /v1/appeals/:id/events': {
    summary: 'One step in the life of an appeal: evidence, withdrawal, or what its hearer does',
    tag: 'appeals',
    callers: ['resident'],
    idempotent: true,
    params: id,
    body: strict({
      event: literals(['add', 'withdraw', 'take', 'ask', 'grant', 'refuse']),
      /** The version the caller saw; an older one is refused with `changed-meanwhile`. */
      version: Type.Integer({ minimum: 1 }),
      words: Type.Optional(Words),
      photos: Type.Optional(Photos),
      /** With `grant`. */
      remedy: Type.Optional(literals(remedies)),
    }),
    responses: { 201: AppealBody },
    errors: [
      'event-refused',
      'changed-meanwhile',
      'photo-unknown',
      'not-yours-to-answer',
      'fact-not-removed',
    ],
  },
  'GET /v1/duty-rosters/:node': {
    summary: 'Who hears appeals for a place, and when',
    tag: 'appeals',
    callers: ['officer'],
    params: node,
    responses: { 200: DutyRosterBody },
    errors: ['outside-your-place', 'region-unknown'],
  },
  'PUT /v1/duty-rosters/:node': {
    summary: 'Write the duty roster of a place, in place of what it had',
    tag: 'appeals',
    callers: ['officer'],
    params: node,
    body: strict({ shifts: Type.Array(ShiftBody, { maxItems: 200 }) }),
    responses: { 200: DutyRosterBody },
    errors: ['outside-your-place', 'region-unknown', 'not-an-officer-here'],
  },
});
