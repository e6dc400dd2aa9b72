import { type Static, Type } from '@sinclair/typebox';
import { Bilingual, Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { gateKinds } from '../emergency/gate-kinds';
import { emergencyStates } from '../emergency/state';
import { emergencyLevels } from '../emergency/terms';

const Terms = {
  /** National scale of the response, I the gravest. */
  level: literals(emergencyLevels),
  /** The document it rests on, with its number. */
  legalBasis: Bilingual,
  /** Where a code may be asked for; nowhere else. */
  gateKinds: Type.Array(literals(gateKinds)),
  endsAt: Instant,
};

/** A declared emergency, as anyone may read it. Nobody's name is in it. */
export const DeclaredEmergency = Type.Object({
  id: Id,
  county: RegionCode,
  state: literals(emergencyStates),
  ...Terms,
  openedAt: Instant,
  renewals: Type.Array(Type.Object({ at: Instant, endsAt: Instant })),
  /** When it was over: ended by two officers, or run out. */
  endedAt: Type.Optional(Instant),
  /** Once nothing is left of it: rows deleted, by kind (contract/emergency/record); the log holds the same by table, signed. */
  record: Type.Optional(
    Type.Object({
      deletedAt: Instant,
      counts: Type.Record(Type.String(), Type.Integer()),
    }),
  ),
});
export type DeclaredEmergency = Static<typeof DeclaredEmergency>;

const proposedTerms = strict({
  level: literals(emergencyLevels),
  legalBasis: strict({
    zh: Type.String({ minLength: 1, maxLength: 200 }),
    en: Type.String({ minLength: 1, maxLength: 300 }),
  }),
  gateKinds: Type.Array(literals(gateKinds), { minItems: 1, uniqueItems: true }),
  endsAt: Instant,
});
const reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });
const Proposed = Type.Object({ proposalId: Id });
const errors = [
  'outside-your-place',
  'name-not-confirmed',
  'emergency-terms-refused',
  'emergency-not-so',
] as const;

export const emergencies = defineEndpoints({
  'GET /v1/emergencies': {
    summary: 'The declared emergency, if one is in force, and the last one with what was deleted of it',
    tag: 'emergencies',
    callers: ['anyone'],
    responses: {
      200: Type.Object({
        inForce: Type.Optional(DeclaredEmergency),
        last: Type.Optional(DeclaredEmergency),
      }),
    },
  },
  'POST /v1/emergencies': {
    summary: 'Propose to open one; it counts when a second officer of the county has signed',
    tag: 'emergencies',
    callers: ['officer'],
    idempotent: true,
    body: strict({ terms: proposedTerms, reason }),
    responses: { 201: Proposed },
    errors,
  },
  'POST /v1/emergencies/:id/renewals': {
    summary: 'Propose to renew it on these terms; it counts when a second officer of the county has signed',
    tag: 'emergencies',
    callers: ['officer'],
    idempotent: true,
    params: strict({ id: Id }),
    body: strict({ terms: proposedTerms, reason }),
    responses: { 201: Proposed },
    errors,
  },
  'POST /v1/emergencies/:id/end': {
    summary: 'Propose to end it; it counts when a second officer of the county has signed',
    tag: 'emergencies',
    callers: ['officer'],
    idempotent: true,
    params: strict({ id: Id }),
    body: strict({ reason }),
    responses: { 201: Proposed },
    errors: ['outside-your-place', 'name-not-confirmed', 'emergency-not-so'],
  },
});
