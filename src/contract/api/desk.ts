import { type Static, Type } from '@sinclair/typebox';
import { Id, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { Day } from './family';

/** What somebody answers with again and again, in the order they gave. */
export const Phrases = strict({
  texts: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 30, uniqueItems: true }),
});
export type Phrases = Static<typeof Phrases>;

const member = strict({ code: RegionCode, personId: Id });

/** How those who handle requests work: what they say often, and who stands in for them. */
export const desk = defineEndpoints({
  'GET /v1/phrases': {
    summary: 'My own phrases for replies',
    tag: 'desk',
    callers: ['worker', 'officer'],
    responses: { 200: Phrases },
  },
  'PUT /v1/phrases': {
    summary: 'Write my own phrases for replies, in place of those before',
    tag: 'desk',
    callers: ['worker', 'officer'],
    body: Phrases,
    responses: { 200: Phrases },
  },
  'PUT /v1/regions/:code/team/:personId/away': {
    summary: 'One of the team is away until the end of a day, and who stands in: said by themselves or above',
    tag: 'desk',
    callers: ['worker', 'officer'],
    params: member,
    body: strict({ until: Day, standIn: Id }),
    responses: { 204: null },
    errors: ['outside-your-place'],
  },
  'DELETE /v1/regions/:code/team/:personId/away': {
    summary: 'They are back',
    tag: 'desk',
    callers: ['worker', 'officer'],
    params: member,
    responses: { 204: null },
    errors: ['outside-your-place'],
  },
});
