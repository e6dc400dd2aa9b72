import { type Static, Type } from '@sinclair/typebox';
import { ratings } from '../figures/figures';
import { Bilingual, Id, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

const Day = Type.String({ format: 'date' });
const Count = Type.Integer({ minimum: 0 });

const Counted = Type.Object({
  filed: Count,
  inTime: Count,
  overdue: Count,
  reopened: Count,
  notConfirmed: Count,
  referred: Count,
  rated: Type.Object({ satisfied: Count, fair: Count, unsatisfied: Count }),
  medianHours: Type.Union([Type.Number(), Type.Null()]),
});

export const FiguresBody = Type.Object({
  node: RegionCode,
  nodeName: Type.String(),
  /** The first day and the day after the last, in China. */
  from: Day,
  until: Day,
  total: Counted,
  weeks: Type.Array(Type.Object({ week: Day, figures: Counted })),
  categories: Type.Array(Type.Object({ category: Type.String(), name: Bilingual, figures: Counted })),
});
export type FiguresBody = Static<typeof FiguresBody>;

const Shown = Type.Union([
  Type.Object({ count: Count }),
  Type.Object({ fewer: Type.Literal(true) }),
  Type.Object({ allButFewer: Type.Literal(true) }),
  Type.Object({ withheld: Type.Literal(true) }),
]);
const ShownRow = Type.Object({ whole: Shown, part: Shown });

export const PublicFigures = Type.Object({
  node: RegionCode,
  nodeName: Type.String(),
  from: Day,
  until: Day,
  /** Counts under it are not shown. */
  least: Count,
  /** `whole`: filed; `part`: of these, said to be done within their limits. */
  total: ShownRow,
  categories: Type.Array(Type.Object({ category: Type.String(), name: Bilingual, figures: ShownRow })),
});
export type PublicFigures = Static<typeof PublicFigures>;

const span = strict({
  node: RegionCode,
  /** Whole weeks, the last one before this. */
  weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 52, default: 12 })),
});

export const figures = defineEndpoints({
  'GET /v1/figures': {
    summary: 'What was filed in a community or above it, by week and by category, and how it went',
    tag: 'figures',
    callers: ['officer'],
    query: span,
    responses: { 200: FiguresBody },
    errors: ['below-the-community', 'region-unknown'],
  },
  'GET /v1/figures/table': {
    summary:
      'The same as a table (CSV): a line per week and category is none; a line per category, and one in all',
    tag: 'figures',
    callers: ['officer'],
    query: span,
    responses: { 200: 'binary' },
    mediaType: 'text/csv',
    errors: ['below-the-community', 'region-unknown'],
  },
  'GET /v1/regions/:code/figures': {
    summary: 'How a community does, for its residents: the last twelve weeks, counts under five not shown',
    tag: 'figures',
    callers: ['anyone'],
    params: strict({ code: RegionCode }),
    maxAge: 3600,
    responses: { 200: PublicFigures },
    errors: ['below-the-community', 'region-unknown'],
  },
  'PUT /v1/service-requests/:id/rating': {
    summary: 'How it went: of the matter, not of a person. It counts in the community’s figures alone',
    tag: 'figures',
    callers: ['resident'],
    params: strict({ id: Id }),
    body: strict({ rating: literals(ratings) }),
    responses: { 200: Type.Object({ rating: literals(ratings) }) },
    errors: ['not-closed-yet'],
  },
});
