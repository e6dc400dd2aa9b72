import type { DraftState } from '@contract/notice/draft';
import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { NoticeDraft, NoticeDrafts } from '../../../ports/notice-drafts';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';

const draftOf = (row: Selectable<Schema['notice_draft']>): NoticeDraft => ({
  id: row.id,
  authorId: row.author_id,
  node: row.node,
  state: row.state as DraftState,
  content: row.content,
  ...(row.event_id === null || row.seen_version === null
    ? {}
    : { follows: { eventId: row.event_id, seenVersion: row.seen_version } }),
  publishAt: row.publish_at,
  approvedBy: row.approved_by,
  returnedBecause: row.returned_because,
  version: row.version,
  changedAt: row.changed_at,
});

/** Drafts in the deployment's own database. */
export function createNoticeDrafts(unit: Unit, clock: Clock): NoticeDrafts {
  const rows = () => unit.db.selectFrom('notice_draft').selectAll();
  return {
    async add({ authorId, node, content, follows }) {
      const now = clock.now();
      const row = await unit.db
        .insertInto('notice_draft')
        .values({
          id: randomUUID(),
          author_id: authorId,
          node,
          state: 'draft',
          content: JSON.stringify(content),
          event_id: follows?.eventId ?? null,
          seen_version: follows?.seenVersion ?? null,
          version: 1,
          created_at: now,
          changed_at: now,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return draftOf(row);
    },
    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row && draftOf(row);
    },
    async change(id, version, { content, node, state, publishAt, approvedBy, returnedBecause }) {
      const row = await unit.db
        .updateTable('notice_draft')
        .set({
          ...(content === undefined ? {} : { content: JSON.stringify(content) }),
          ...(node === undefined ? {} : { node }),
          ...(state === undefined ? {} : { state }),
          ...(publishAt === undefined ? {} : { publish_at: publishAt }),
          ...(approvedBy === undefined ? {} : { approved_by: approvedBy }),
          ...(returnedBecause === undefined ? {} : { returned_because: returnedBecause }),
          version: version + 1,
          changed_at: clock.now(),
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst();
      return row ? ok(draftOf(row)) : fail('changed-meanwhile');
    },
    async open(authorId, nodes) {
      const found = await rows()
        .where('state', 'in', ['draft', 'awaiting', 'scheduled'])
        .where((eb) =>
          eb.or([
            eb('author_id', '=', authorId),
            eb.and([eb('state', '!=', 'draft'), eb.or(nodes.map((node) => eb('node', 'like', `${node}%`)))]),
          ]),
        )
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute();
      return found.map(draftOf);
    },
    async withFile(fileId) {
      const found = await rows()
        .where('state', 'in', ['draft', 'awaiting', 'scheduled'])
        .where(sql<boolean>`content -> 'attachments' @> ${JSON.stringify([{ id: fileId }])}::jsonb`)
        .execute();
      return found.map(draftOf);
    },
    async due(now) {
      const found = await rows()
        .where('state', '=', 'scheduled')
        .where('publish_at', '<=', now)
        .orderBy('publish_at')
        .orderBy('id')
        .limit(100)
        .execute();
      return found.map(draftOf);
    },
  };
}
