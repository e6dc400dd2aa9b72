import { type Static, Type } from '@sinclair/typebox';
import { Bilingual, Id, Instant, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';

export const Venue = Type.Object({
  id: Id,
  name: Type.String(),
  node: RegionCode,
  /** `LV1:` …, the text of the poster's QR code; signed, so that a false poster is known. */
  poster: Type.String(),
});
export type Venue = Static<typeof Venue>;

/** Somebody ill was at a venue then. Says nothing about who; phones compare it with their own log. */
export const ExposureNotice = Type.Object({
  id: Id,
  venueId: Id,
  venueName: Type.String(),
  from: Instant,
  until: Instant,
  /** What to do, in plain words. */
  advice: Bilingual,
  publishedAt: Instant,
});
export type ExposureNotice = Static<typeof ExposureNotice>;

export const venues = defineEndpoints({
  'GET /v1/venues': {
    summary: 'Venues under my node',
    tag: 'venues',
    callers: ['officer'],
    responses: { 200: Type.Array(Venue) },
  },
  'POST /v1/venues': {
    summary: 'A venue with its signed poster',
    tag: 'venues',
    callers: ['officer'],
    idempotent: true,
    body: strict({ name: Type.String({ minLength: 1, maxLength: 30, pattern: '\\S' }), node: RegionCode }),
    responses: { 201: Venue },
    errors: ['region-unknown', 'outside-your-place'],
  },
  'GET /v1/exposure-notices': {
    summary: 'Exposure notices of the last fourteen days, the same for everybody',
    tag: 'venues',
    callers: ['anyone'],
    responses: { 200: Type.Array(ExposureNotice) },
  },
  'POST /v1/exposure-notices': {
    summary: 'Publish an exposure notice; it changes no colour',
    tag: 'venues',
    callers: ['officer'],
    idempotent: true,
    body: strict({
      venueId: Id,
      from: Instant,
      until: Instant,
      advice: strict({
        zh: Type.String({ minLength: 1, maxLength: 200 }),
        en: Type.String({ minLength: 1, maxLength: 400 }),
      }),
    }),
    responses: { 201: ExposureNotice },
    errors: ['venue-unknown', 'window-invalid', 'outside-your-place', 'no-emergency'],
  },
  'DELETE /v1/exposure-notices/:id': {
    summary: 'Withdraw an exposure notice',
    tag: 'venues',
    callers: ['officer'],
    params: strict({ id: Id }),
    responses: { 204: null },
    errors: ['outside-your-place'],
  },
});
