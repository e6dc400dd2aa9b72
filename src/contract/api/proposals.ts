import { type Static, Type } from '@sinclair/typebox';
import { riskLevels } from '../risk-map/level';
import { Bilingual, BuildingCode, Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

const actKinds = [
  'fact',
  'fact-removal',
  'facts-file',
  'risk-level',
  'rules',
  'person-key',
  'home',
  'emergency-opening',
  'emergency-renewal',
  'emergency-end',
] as const;
const states = ['waiting', 'applied', 'refused', 'withdrawn'] as const;
const Words = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

/** Somebody who serves, and from which of their places. */
const Hand = Type.Object({ name: Type.String(), placeName: Type.String(), at: Instant });

/** Something an official wants done that could worsen a colour. */
export const ProposalView = Type.Object({
  id: Id,
  kind: literals(actKinds),
  title: Bilingual,
  /** Region code of the place it concerns, and its name. */
  node: RegionCode,
  placeName: Type.String(),
  /** Whom it is about, where it is one person. */
  about: Type.Optional(Type.Object({ personId: Id, maskedName: Type.String() })),
  /** All it says, in words. */
  lines: Type.Array(Type.Object({ label: Bilingual, value: Bilingual })),
  reason: Type.String(),
  proposedBy: Hand,
  signedBy: Type.Array(Hand),
  state: literals(states),
  /** How many people's colour it would worsen, as last reckoned. */
  worsens: Type.Integer(),
  /** So many that somebody of the level above signs as well. */
  needsLevelAbove: Type.Boolean(),
  refusal: Type.Optional(Type.Object({ name: Type.String(), words: Type.String(), at: Instant })),
  filedAt: Instant,
  decidedAt: Type.Union([Instant, Type.Null()]),
  /** What the caller may do about it now. */
  may: Type.Array(literals(['sign', 'refuse', 'withdraw'])),
});
export type ProposalView = Static<typeof ProposalView>;

/** The shape is contract/proposal/act's; what goes with a kind of fact stands in contract/health-rules/fact-kinds. */
const FactInput = strict({
  kind: Type.String({ maxLength: 40 }),
  values: Type.Record(
    Type.String({ pattern: '^[a-z][a-zA-Z]{0,39}$' }),
    Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]),
    { maxProperties: 20 },
  ),
  from: strict({ zh: Words, en: Words }),
  since: Instant,
});

/** A node's level on the five-colour map, which the level above it sets. */
const LevelInput = strict({
  node: RegionCode,
  level: literals(riskLevels),
  reason: strict({ zh: Words, en: Words }),
  indicators: Type.Array(
    strict({ name: strict({ zh: Words, en: Words }), value: Type.String({ minLength: 1, maxLength: 40 }) }),
    { maxItems: 6 },
  ),
});

export const ProposalInput = strict({
  act: Type.Union([
    strict({ kind: Type.Literal('fact'), personId: Id, fact: FactInput }),
    strict({ kind: Type.Literal('fact-removal'), factId: Id }),
    strict({
      kind: Type.Literal('home'),
      personId: Id,
      node: RegionCode,
      building: Type.Optional(BuildingCode),
    }),
    strict({ kind: Type.Literal('risk-level'), level: LevelInput }),
  ]),
  reason: Words,
});
export type ProposalInput = Static<typeof ProposalInput>;

const id = strict({ id: Id });
const deciding = ['outside-your-place', 'name-not-confirmed', 'concerns-you', 'not-waiting'] as const;

export const proposals = defineEndpoints({
  'GET /v1/proposals': {
    summary: 'What waits for a second official in the places I serve, or is mine; then what was decided',
    tag: 'proposals',
    callers: ['worker', 'officer'],
    responses: { 200: Type.Array(ProposalView) },
  },
  'GET /v1/proposals/:id': {
    summary: 'One of them, with everything it would do',
    tag: 'proposals',
    callers: ['worker', 'officer'],
    params: id,
    responses: { 200: ProposalView },
  },
  'POST /v1/proposals': {
    summary:
      'Enter or take away a fact, write down a home, set a level of the map; what could worsen a colour waits for a second',
    tag: 'proposals',
    callers: ['worker', 'officer'],
    idempotent: true,
    body: ProposalInput,
    responses: { 201: ProposalView },
    errors: ['outside-your-place', 'name-not-confirmed', 'concerns-you', 'no-emergency', 'fact-invalid'],
  },
  'POST /v1/proposals/:id/signature': {
    summary: 'I have seen what it does, and agree',
    tag: 'proposals',
    callers: ['officer'],
    params: id,
    responses: { 200: ProposalView },
    errors: [...deciding, 'own-proposal', 'proposal-outdated'],
  },
  'POST /v1/proposals/:id/refusal': {
    summary: 'I do not agree, and say why',
    tag: 'proposals',
    callers: ['officer'],
    params: id,
    body: strict({ words: Words }),
    responses: { 200: ProposalView },
    errors: [...deciding, 'own-proposal'],
  },
  'POST /v1/proposals/:id/withdrawal': {
    summary: 'I take my own back',
    tag: 'proposals',
    callers: ['worker', 'officer'],
    params: id,
    responses: { 200: ProposalView },
    errors: ['not-waiting'],
  },
});
