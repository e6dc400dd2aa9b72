import type { Behalf } from '@contract/service-request/behalf';
import type { RequestClock } from '@contract/service-request/clock';
import { cellOf, type Spot } from '@contract/service-request/duplicates';
import type { Rating } from '@contract/figures/figures';
import type { Outcome } from '@contract/service-request/outcome';
import type { RequestEvent, RequestRole, RequestState } from '@contract/service-request/lifecycle';
import type { VoiceType } from '@contract/service-request/voice';
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DeskRequest, DeskRequestWithTimeline, Due, Spoken } from '../../../ports/request-desk';
import type { Schema } from '../database/schema';
import { slotOf } from '../visits/rows';

type RequestRow = Selectable<Schema['service_request']> & {
  photos: { photo_id: string }[];
  joined: number;
};
type EventRow = Selectable<Schema['service_request_event']> & {
  photos: { photo_id: string }[];
  voice_seconds: number | null;
  voice_type: string | null;
};

/** The photos sent with the filing itself: those of its first event. */
export const photosOfFiling = (from: ExpressionBuilder<Schema, 'service_request'>) =>
  jsonArrayFrom(
    from
      .selectFrom('service_request_photo as photo')
      .select('photo.photo_id')
      .whereRef('photo.request_id', '=', 'service_request.id')
      .where('photo.seq', '=', 1)
      .orderBy('photo.position'),
  ).as('photos');

/** Only what has a spot can be joined: of the rest nothing is looked for. */
export const joinedOf = (from: ExpressionBuilder<Schema, 'service_request'>) =>
  from
    .case()
    .when('service_request.spot_cell', 'is', null)
    .then(sql<number>`0`)
    .else(
      from
        .selectFrom('service_request_follower as follower')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('follower.request_id', '=', 'service_request.id'),
    )
    .end()
    .$castTo<number>()
    .as('joined');

export const photosOfEvent = (from: ExpressionBuilder<Schema, 'service_request_event'>) =>
  jsonArrayFrom(
    from
      .selectFrom('service_request_photo as photo')
      .select('photo.photo_id')
      .whereRef('photo.request_id', '=', 'service_request_event.request_id')
      .whereRef('photo.seq', '=', 'service_request_event.seq')
      .orderBy('photo.position'),
  ).as('photos');

export const idRows = (ids: readonly string[]): { photo_id: string }[] =>
  ids.map((photo_id) => ({ photo_id }));

const idsOf = (photos: readonly { photo_id: string }[]): string[] => photos.map((photo) => photo.photo_id);

export const requestOf = (row: RequestRow): DeskRequest => ({
  id: row.id,
  number: row.number,
  category: row.category,
  catalogueVersion: row.catalogue_version,
  filerId: row.filer_id,
  node: row.node,
  state: row.state as RequestState,
  ownerId: row.owner_id,
  answers: row.answers,
  words: row.words,
  photos: idsOf(row.photos),
  place: row.place,
  ...(row.media_url === null ? {} : { mediaUrl: row.media_url }),
  version: row.version,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  urged: row.urged,
  warned: row.warned,
  anonymous: row.anonymous,
  joined: row.joined,
  ...(row.filed_by === null ? {} : { filedBy: row.filed_by }),
  ...(row.behalf === null ? {} : { behalf: row.behalf as Behalf }),
  ...spotOf(row),
  ...(row.rating === null ? {} : { rating: row.rating as Rating }),
  ...(row.escalated_to === null ? {} : { escalatedTo: row.escalated_to }),
  ...dueOf(row),
});

/** The mapping of `cellOf`, back: a building has no point. */
function spotOf(row: RequestRow): Pick<DeskRequest, 'spot'> {
  if (row.spot_cell === null || row.spot_name === null) return {};
  const spot: Spot =
    row.spot_lng === null || row.spot_lat === null
      ? { kind: 'building', building: row.spot_cell.slice(1) }
      : { kind: 'point', point: { lng: row.spot_lng, lat: row.spot_lat } };
  return { spot: { ...spot, name: row.spot_name } };
}

/** Of a filing: what neighbours may be told of it. */
export function spotColumns(spot: DeskRequest['spot']) {
  if (!spot) return {};
  const point = spot.kind === 'point' ? spot.point : undefined;
  return {
    spot_cell: cellOf(spot),
    spot_lng: point?.lng ?? null,
    spot_lat: point?.lat ?? null,
    spot_name: spot.name,
  };
}

export const dueColumns = (due: RequestClock | undefined) => ({
  waits_for: due?.waitsFor ?? null,
  due_at: due ? new Date(due.dueAt) : null,
  warn_at: due ? new Date(due.warnAt) : null,
  stands_until: due?.standsUntil === undefined ? null : new Date(due.standsUntil),
  due_provisional: due?.provisional ?? false,
});

function dueOf(row: RequestRow): { due?: Due } {
  if (row.waits_for === null || row.due_at === null || row.warn_at === null) return {};
  return {
    due: {
      waitsFor: row.waits_for as Due['waitsFor'],
      at: row.due_at,
      warnAt: row.warn_at,
      ...(row.stands_until === null ? {} : { standsUntil: row.stands_until }),
      provisional: row.due_provisional,
    },
  };
}

function voiceOf({ voice_id: id, voice_seconds: seconds, voice_type: type }: EventRow): { voice?: Spoken } {
  if (id === null || seconds === null || type === null) return {};
  return { voice: { id, seconds, type: type as VoiceType } };
}

export const eventOf = (row: EventRow): DeskRequestWithTimeline['timeline'][number] => ({
  seq: row.seq,
  at: row.at,
  event: row.event as RequestEvent,
  role: row.role as RequestRole,
  actorId: row.actor_id,
  state: row.state as RequestState,
  photos: idsOf(row.photos),
  ...voiceOf(row),
  ...(row.words === null ? {} : { words: row.words }),
  ...(row.destination === null ? {} : { destination: row.destination }),
  ...(row.next_owner === null ? {} : { nextOwner: row.next_owner }),
  ...(row.next_node === null ? {} : { nextNode: row.next_node }),
  ...(row.desk === null ? {} : { desk: row.desk }),
  ...(row.for_all ? { forAll: true } : {}),
  ...(row.outcome === null ? {} : { outcome: row.outcome as Outcome }),
  ...(row.slots === null ? {} : { slots: row.slots.map(slotOf) }),
});
