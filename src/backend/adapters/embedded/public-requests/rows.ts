import type { RequestEvent, RequestState } from '@contract/service-request/lifecycle';
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { PublicRow } from '../../../ports/public-requests';
import type { Schema } from '../database/schema';

type From = ExpressionBuilder<Schema, 'service_request'>;

const isReleased = (part: string) => sql<boolean>`exists (select from request_release
  where request_id = service_request.id and part = ${part})`;

export const wordsOf = (_: From) =>
  sql<string | null>`case when ${isReleased('words')} then nullif(service_request.words, '') end`.as('words');

export const linkOf = (_: From) =>
  sql<string | null>`case when ${isReleased('link')} then service_request.media_url end`.as('link');

export const photosOf = (from: From) =>
  jsonArrayFrom(
    from
      .selectFrom('service_request_photo as photo')
      .innerJoin('request_release as released', 'released.request_id', 'photo.request_id')
      .select('photo.photo_id')
      .where(sql<boolean>`released.part = photo.photo_id::text`)
      .whereRef('photo.request_id', '=', 'service_request.id')
      .orderBy('photo.seq')
      .orderBy('photo.position'),
  ).as('photos');

export const stepsOf = (from: From) =>
  jsonArrayFrom(
    from
      .selectFrom('service_request_event as step')
      .select(['step.event', 'step.at'])
      .whereRef('step.request_id', '=', 'service_request.id')
      .orderBy('step.seq'),
  ).as('steps');

interface Row {
  id: string;
  category: string;
  catalogue_version: string;
  state: string;
  created_at: Date;
  changed_at: Date;
  waits_for: string | null;
  due_at: Date | null;
  community: string | null;
  address: string | null;
  building: string | null;
  lng: number | null;
  lat: number | null;
  point: { lng: number; lat: number } | null;
  words: string | null;
  link: string | null;
  photos: { photo_id: string }[];
  steps?: { event: string; at: Date | string }[];
}

export function rowOf(row: Row): PublicRow {
  const { lng, lat, steps } = row;
  const point = row.point ?? (lng === null || lat === null ? null : { lng, lat });
  return {
    id: row.id,
    category: row.category,
    catalogueVersion: row.catalogue_version,
    state: row.state as RequestState,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    community: row.community ?? '',
    photos: row.photos.map(({ photo_id }) => photo_id),
    ...(row.waits_for === null || row.due_at === null
      ? {}
      : { due: { waitsFor: row.waits_for as 'accept' | 'resolve' | 'confirm', at: row.due_at } }),
    ...(row.address === null ? {} : { address: { text: row.address, building: row.building } }),
    ...(point ? { point } : {}),
    ...(row.words === null ? {} : { words: row.words }),
    ...(row.link === null ? {} : { link: row.link }),
    // JSON has no moments of its own.
    ...(steps
      ? { steps: steps.map(({ event, at }) => ({ event: event as RequestEvent, at: new Date(at) })) }
      : {}),
  };
}
