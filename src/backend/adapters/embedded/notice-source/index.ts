import { placeOf, type Reader } from '@contract/notice/audience';
import type { MessageType, NoticeCategory, Severity } from '@contract/notice/notice';
import { randomUUID } from 'node:crypto';
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { NoticeSource, PublishedNotice } from '../../../ports/notice-source';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';
import { codesOf, wholesOf } from './codes';

type Row = Selectable<Schema['notice']>;

const noticeOf = (row: Row): PublishedNotice => ({
  id: row.id,
  msgType: row.msg_type as MessageType,
  severity: row.severity as Severity,
  category: row.category as NoticeCategory,
  info: row.info,
  authorId: row.author_id,
  authorNode: row.author_node,
  audience: { include: row.include, except: row.except_nodes },
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
});

/** Notices in the deployment's own database, one row each. */
export function createNoticeSource(unit: Unit, clock: Clock): NoticeSource {
  /**
   * In force for a reader: `isFor` of the contract, said to an index. Every code has one of seven lengths, so "lies
   * under" is "is one of the codes above".
   */
  const inForce = (reader: Reader) => {
    const codes = sql`${codesOf(reader)}::text[]`;
    const here = sql`${[placeOf(reader)]}::text[]`;
    return unit.db
      .selectFrom('notice')
      .where(sql<boolean>`(include && ${codes} or include_grids && ${here})`)
      .where(sql<boolean>`not (except_nodes && ${codes})`)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', clock.now())]));
  };

  const readBy = (personId: string) => (eb: ExpressionBuilder<Schema, 'notice'>) =>
    eb.exists(
      eb
        .selectFrom('notice_read')
        .whereRef('notice_read.notice_id', '=', 'notice.id')
        .where('notice_read.person_id', '=', personId),
    );

  return {
    async publish(draft) {
      const row = await unit.db
        .insertInto('notice')
        .values({
          id: randomUUID(),
          msg_type: draft.msgType,
          severity: draft.severity,
          category: draft.category,
          info: JSON.stringify(draft.info),
          author_id: draft.authorId,
          author_node: draft.authorNode,
          include: [...draft.audience.include],
          include_grids: wholesOf(draft.audience.include),
          except_nodes: [...draft.audience.except],
          sent_at: clock.now(),
          expires_at: draft.expiresAt,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return noticeOf(row);
    },
    async get(id) {
      const row = await unit.db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();
      return row && noticeOf(row);
    },
    async feed(reader, { before, limit }) {
      const rows = await inForce(reader)
        .selectAll('notice')
        .select((eb) => readBy(reader.personId)(eb).as('read'))
        .$if(before !== undefined, (query) => query.where('sent_at', '<', before as Date))
        .orderBy('sent_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...noticeOf(row), read: Boolean(row.read) }));
    },
    async unread(reader) {
      const { count } = await inForce(reader)
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where((eb) => eb.not(readBy(reader.personId)(eb)))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async hasRead(id, personId) {
      const row = await unit.db
        .selectFrom('notice_read')
        .select('notice_id')
        .where('notice_id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row !== undefined;
    },
    async markRead(id, personId) {
      await unit.db
        .insertInto('notice_read')
        .values({ notice_id: id, person_id: personId, read_at: clock.now() })
        .onConflict((again) => again.doNothing())
        .execute();
    },
  };
}
