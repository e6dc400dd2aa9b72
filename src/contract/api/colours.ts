import { type Static, Type } from '@sinclair/typebox';
import { symptomCodes } from '../declaration/symptoms';
import { colours as allColours } from '../health-code/colour';
import { factSources } from '../health-rules/fact';
import { Bilingual, Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { Day } from './family';

/** The shape is contract/health-rules/decision's, which says what each means. */
export const ColourReasonBody = Type.Object({
  rule: Type.String(),
  version: Type.String(),
  colour: literals(['yellow', 'red']),
  reason: Bilingual,
  source: literals([...factSources, 'risk-map']),
  from: Bilingual,
  factId: Type.Optional(Id),
  since: Instant,
  until: Instant,
  wayBack: Type.Array(
    Type.Object({
      text: Bilingual,
      act: Type.Optional(literals(['amend-declaration', 'ask-for-visit', 'call-desk', 'appeal'])),
    }),
  ),
});

export const ColourView = Type.Object({
  personId: Id,
  colour: literals(allColours),
  /** Since when it is this colour. */
  since: Instant,
  /** Empty for green; the first explains, the others are listed. */
  reasons: Type.Array(ColourReasonBody),
  /** When a source that does not answer now was last heard: the colour rests on what it said then. */
  heardAt: Type.Optional(Instant),
});
export type ColourView = Static<typeof ColourView>;

/** A change somebody was told of. Kept for a phone that was off. */
export const ColourChange = Type.Object({
  personId: Id,
  was: literals(allColours),
  colour: literals(allColours),
  at: Instant,
});
export type ColourChange = Static<typeof ColourChange>;

/** The shape is contract/declaration's, which says what goes together. */
const answers = {
  symptoms: Type.Array(literals(symptomCodes), { maxItems: symptomCodes.length, uniqueItems: true }),
  /** °C. */
  temperature: Type.Optional(Type.Number({ minimum: 34, maximum: 43 })),
  onsetOn: Type.Optional(Day),
  contact: Type.Boolean(),
  contactOn: Type.Optional(Day),
  places: Type.Optional(Type.Array(strict({ node: RegionCode, on: Day }), { maxItems: 10 })),
};
export const DeclarationAnswers = strict(answers);
export type DeclarationAnswers = Static<typeof DeclarationAnswers>;

export const DeclarationInput = strict({
  /** A child I guard; myself without it. */
  personId: Type.Optional(Id),
  ...answers,
});

export const Declaration = Type.Object({
  id: Id,
  personId: Id,
  /** Whether the caller wrote it: a guardian, or the person. */
  mine: Type.Boolean(),
  answers: DeclarationAnswers,
  filedAt: Instant,
  amendedAt: Type.Optional(Instant),
  /** When it is over and deleted. */
  expiresAt: Instant,
});
export type Declaration = Static<typeof Declaration>;

/** What a declaration would do, before it is sent. */
export const DeclarationPreview = Type.Object({
  /** What the colour is now, and would be. */
  now: literals(allColours),
  colour: literals(allColours),
  reasons: Type.Array(ColourReasonBody),
  /** Answer by answer: the colour it alone asks for (never better than green), and why. */
  answers: Type.Array(
    Type.Object({
      answer: literals(['symptoms', 'contact', 'place']),
      /** With `place`: which. */
      node: Type.Optional(RegionCode),
      colour: literals(allColours),
      reasons: Type.Array(ColourReasonBody),
    }),
  ),
});
export type DeclarationPreview = Static<typeof DeclarationPreview>;

const Declared = Type.Object({ declaration: Declaration, colour: ColourView });
const declaring = [
  'no-emergency',
  'consent-required',
  'not-in-family',
  'guardian-declares',
  'region-unknown',
] as const;
const id = strict({ id: Id });

export const colours = defineEndpoints({
  'GET /v1/colours/:personId': {
    summary: 'A colour with its reasons and ways back: mine, or of somebody whose code I may show',
    tag: 'colours',
    callers: ['resident'],
    params: strict({ personId: Id }),
    responses: { 200: ColourView },
    errors: ['not-in-family'],
  },
  'GET /v1/colour-changes': {
    summary: 'What changed, mine and of those whose code I may show; newest first',
    tag: 'colours',
    callers: ['resident'],
    query: strict({ after: Type.Optional(Instant) }),
    responses: { 200: Type.Array(ColourChange) },
  },
  'GET /v1/declarations': {
    summary: 'Declarations that stand: mine, or of a child I guard; newest first',
    tag: 'declarations',
    callers: ['resident'],
    query: strict({ personId: Type.Optional(Id) }),
    responses: { 200: Type.Array(Declaration) },
    errors: ['not-in-family'],
  },
  'POST /v1/declarations': {
    summary: 'Declare health 健康申报; counts at once',
    tag: 'declarations',
    callers: ['resident'],
    idempotent: true,
    body: DeclarationInput,
    responses: { 201: Declared },
    errors: declaring,
  },
  'POST /v1/declarations/preview': {
    summary: 'What each answer would do; nothing is written',
    tag: 'declarations',
    callers: ['resident'],
    body: strict({
      ...DeclarationInput.properties,
      /** The one it would take the place of, when amending. */
      insteadOf: Type.Optional(Id),
    }),
    responses: { 200: DeclarationPreview },
    errors: declaring,
  },
  'PUT /v1/declarations/:id': {
    summary: 'Amend a declaration; counts at once',
    tag: 'declarations',
    callers: ['resident'],
    params: id,
    body: DeclarationAnswers,
    responses: { 200: Declared },
    errors: declaring,
  },
  'DELETE /v1/declarations/:id': {
    summary: 'Withdraw a declaration; counts at once',
    tag: 'declarations',
    callers: ['resident'],
    params: id,
    responses: { 200: ColourView },
    errors: ['guardian-declares'],
  },
});
