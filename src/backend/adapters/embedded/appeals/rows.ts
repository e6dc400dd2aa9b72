import type { AppealWay, Remedy } from '@contract/appeal/answer';
import type { AppealEvent, AppealRole, AppealState } from '@contract/appeal/lifecycle';
import type { Colour } from '@contract/health-code/colour';
import type { ExpressionBuilder, Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Appeal, AppealWithTimeline } from '../../../ports/appeals';
import type { Schema } from '../database/schema';

type AppealRow = Selectable<Schema['appeal']>;
type StepRow = Selectable<Schema['appeal_event']> & { photos: { photo_id: string }[] };

export const photosOfStep = (from: ExpressionBuilder<Schema, 'appeal_event'>) =>
  jsonArrayFrom(
    from
      .selectFrom('appeal_photo as photo')
      .select('photo.photo_id')
      .whereRef('photo.appeal_id', '=', 'appeal_event.appeal_id')
      .whereRef('photo.seq', '=', 'appeal_event.seq')
      .orderBy('photo.position'),
  ).as('photos');

export const appealOf = (row: AppealRow): Appeal => ({
  id: row.id,
  personId: row.person_id,
  filedBy: row.filed_by,
  way: row.way as AppealWay,
  home: row.home,
  node: row.node,
  reason: row.reason,
  state: row.state as AppealState,
  ownerId: row.owner_id,
  dueAt: row.due_at,
  warned: row.warned,
  version: row.version,
  filedAt: row.filed_at,
  changedAt: row.changed_at,
});

export const stepOf = (row: StepRow): AppealWithTimeline['timeline'][number] => ({
  seq: row.seq,
  at: row.at,
  event: row.event as AppealEvent,
  role: row.role as AppealRole,
  actorId: row.actor_id,
  state: row.state as AppealState,
  node: row.node,
  photos: row.photos.map((photo) => photo.photo_id),
  ...(row.words === null ? {} : { words: row.words }),
  ...(row.remedy === null ? {} : { remedy: row.remedy as Remedy }),
  ...(row.colour === null ? {} : { colour: row.colour as Colour }),
});
