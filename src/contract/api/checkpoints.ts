import { type Static, Type } from '@sinclair/typebox';
import { Id, Instant, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

/** What a checkpoint counts: results per hour, nothing about anybody. */
export const HourCount = strict({
  /** Start of the hour. */
  hour: Instant,
  pass: Type.Integer({ minimum: 0, maximum: 100_000 }),
  ask: Type.Integer({ minimum: 0, maximum: 100_000 }),
  stop: Type.Integer({ minimum: 0, maximum: 100_000 }),
});
export type HourCount = Static<typeof HourCount>;

export const Checkpoint = Type.Object({
  id: Id,
  name: Type.String(),
  node: RegionCode,
  /** Duty desk 值班: whom a guard calls. */
  deskPhone: Type.String(),
  /** Phones that are this checkpoint now; shown to officers only. */
  duties: Type.Array(Type.Object({ id: Id, maskedName: Type.String(), endsAt: Instant })),
  /** Of the last 24 hours, all its phones together. */
  counts: Type.Array(HourCount),
});
export type Checkpoint = Static<typeof Checkpoint>;

/** A phone that is a checkpoint for a day. */
export const Duty = Type.Object({
  id: Id,
  checkpoint: Type.Object({ id: Id, name: Type.String(), deskPhone: Type.String() }),
  endsAt: Instant,
});
export type Duty = Static<typeof Duty>;

/** `LK1:` and 16 letters, good for an hour, single use. */
export const SetUpCode = Type.Object({ code: Type.String(), expiresAt: Instant });
export type SetUpCode = Static<typeof SetUpCode>;

export const checkpoints = defineEndpoints({
  'GET /v1/checkpoints': {
    summary: 'Checkpoints under my node',
    tag: 'checkpoints',
    callers: ['officer', 'checkpoint'],
    responses: { 200: Type.Array(Checkpoint) },
  },
  'POST /v1/checkpoints': {
    summary: 'Open a checkpoint',
    tag: 'checkpoints',
    callers: ['officer'],
    idempotent: true,
    body: strict({
      name: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
      node: RegionCode,
      deskPhone: Type.String({ pattern: '^[0-9 +-]{3,20}$' }),
    }),
    responses: { 201: Checkpoint },
    errors: ['region-unknown', 'outside-your-place'],
  },
  'POST /v1/checkpoints/:id/set-up-codes': {
    summary: 'A code that makes a guard’s phone this checkpoint for a day',
    tag: 'checkpoints',
    callers: ['officer'],
    params: strict({ id: Id }),
    responses: { 201: SetUpCode },
    errors: ['outside-your-place'],
  },
  'POST /v1/checkpoint-duties': {
    summary: 'Be a checkpoint: by an officer’s set-up code, or by one’s post',
    tag: 'checkpoints',
    callers: ['resident'],
    perMinute: 60,
    body: strict({
      code: Type.Optional(Type.String({ maxLength: 40 })),
      checkpointId: Type.Optional(Id),
    }),
    responses: { 201: Duty },
    errors: ['set-up-code-unknown', 'outside-your-place', 'consent-required', 'no-emergency'],
  },
  'GET /v1/checkpoint-duties': {
    summary: 'Duties this phone has now',
    tag: 'checkpoints',
    callers: ['resident'],
    responses: { 200: Type.Array(Duty) },
  },
  'PUT /v1/checkpoint-duties/:id/counts': {
    summary: 'What was counted so far; the same hour again replaces',
    tag: 'checkpoints',
    callers: ['resident'],
    params: strict({ id: Id }),
    body: strict({ hours: Type.Array(HourCount, { maxItems: 48 }) }),
    responses: { 204: null },
  },
  'DELETE /v1/checkpoint-duties/:id': {
    summary: 'End a duty: by the guard, or by an officer',
    tag: 'checkpoints',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 204: null },
  },
});
