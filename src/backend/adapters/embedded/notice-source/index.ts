import { placeOf, type Reader } from '@contract/notice/audience';
import type { Followed } from '@contract/notice/places';
import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Clock } from '../../../ports/clock';
import type { NoticeSource } from '../../../ports/notice-source';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';
import { createBoard } from './board';
import { codesOf } from './codes';
import { mindOf } from './mind';
import { andOne, firstOf, pageOf } from './page';
import { columnsOf, noticeOf } from './rows';

/** So that numbers become visible in their order: who publishes next waits until this one is out. */
const inTurn = sql`select pg_advisory_xact_lock(hashtextextended('notice', 0))`;

/**
 * `isFor` of the contract, said to an index. Every code has one of seven lengths, so "lies under" is "is one of the
 * codes above".
 */
const forOne = (reader: Reader) => {
  const codes = sql`${codesOf(reader)}::text[]`;
  const here = sql`${[placeOf(reader)]}::text[]`;
  return sql<boolean>`(include && ${codes} or include_grids && ${here}) and not (except_nodes && ${codes})`;
};

const forAnyOf = (readers: readonly Reader[]) =>
  readers.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        readers.map((reader) => sql`(${forOne(reader)})`),
        sql` or `,
      )})`;

const readerAt = ({ node }: Followed): Reader => ({ home: node });
const areSame = (some: readonly Followed[], others: readonly Followed[]): boolean =>
  some.length === others.length &&
  some.every(({ node, label }, at) => node === others[at]?.node && label === others[at].label);

/** Notices in the deployment's own database, one row for each message. */
export function createNoticeSource(unit: Unit, clock: Clock): NoticeSource {
  const newest = () => unit.db.selectFrom('notice').where('superseded_at', 'is', null);

  const inForce = (readers: readonly Reader[]) =>
    newest()
      .where(forAnyOf(readers))
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', clock.now())]));

  /** Of a message: an earlier one of its event, which a phone that has come up to a cursor holds still. */
  const wasFor = (readers: readonly Reader[], after: number) => (eb: ExpressionBuilder<Schema, 'notice'>) =>
    eb.exists(
      eb
        .selectFrom('notice as before')
        .select('before.id')
        .whereRef('before.event_id', '=', 'notice.event_id')
        .where('before.seq', '<=', String(after))
        .where((held) =>
          held.or([held('before.expires_at', 'is', null), held('before.expires_at', '>', clock.now())]),
        )
        .where(forAnyOf(readers)),
    );

  const kept = createBoard(unit, clock);

  const opened: NoticeSource['opened'] = async ({ personId, readers, withFollowed = false }, page) => {
    // What is not out yet may never be: no other reader is shown it.
    const board = unit.isTogether ? createBoard(unit, clock) : kept;
    // Most follow no other place, and are answered in one look.
    for (let followed: readonly Followed[] = []; ;) {
      const { notices, cursor } = await board.standing([...readers, ...followed.map(readerAt)]);
      const mind = await mindOf(
        unit,
        personId,
        notices.map(({ id }) => id),
      );
      const all = withFollowed ? mind.followed : [];
      if (mind.cursor === cursor && areSame(all, followed))
        return { ...pageOf(notices, mind, page, clock.now()), cursor, followed };
      followed = all;
      await board.follow(mind.cursor);
    }
  };

  return {
    publish: (message, following, origin) =>
      unit.together(async () => {
        await inTurn.execute(unit.db);
        const now = clock.now();
        if (following) {
          const closed = await unit.db
            .updateTable('notice')
            .set({ superseded_at: now })
            .where('id', '=', following.references)
            .where('superseded_at', 'is', null)
            .returning('id')
            .executeTakeFirst();
          if (!closed) return fail('changed-meanwhile');
        }
        const row = await unit.db
          .insertInto('notice')
          .values({
            ...columnsOf(message, { id: randomUUID(), following, origin }),
            seq: sql<string>`nextval('notice_seq')`,
            sent_at: now,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return ok(noticeOf(row));
      }),
    async get(eventId) {
      const row = await newest().selectAll().where('event_id', '=', eventId).executeTakeFirst();
      return row && noticeOf(row);
    },
    async versions(eventId) {
      const rows = await unit.db
        .selectFrom('notice')
        .selectAll()
        .where('event_id', '=', eventId)
        .orderBy('version')
        .execute();
      return rows.map(noticeOf);
    },
    async withFile(fileId) {
      const rows = await newest()
        .selectAll()
        .where(sql<boolean>`attachments @> ${JSON.stringify([{ id: fileId }])}::jsonb`)
        .execute();
      return rows.map(noticeOf);
    },
    opened,
    async publishedFrom(nodes, { before, limit }) {
      const rows = await newest()
        .selectAll('notice')
        .where('event_id', 'in', (eb) =>
          eb
            .selectFrom('notice as any')
            .select('any.event_id')
            .where((from) => from.or(nodes.map((node) => from('any.author_node', 'like', `${node}%`)))),
        )
        .$if(before !== undefined, (query) => query.where('seq', '<', String(before)))
        .orderBy('seq', 'desc')
        .limit(andOne(limit))
        .execute();
      return firstOf(rows.map(noticeOf), limit);
    },
    async newsAfter(readers, after) {
      // Each by its own index: joined by "or", every message would be looked at.
      const rows = await inForce(readers)
        .select(['event_id', 'seq'])
        .where('seq', '>', String(after))
        .union(
          newest()
            .select(['event_id', 'seq'])
            .where('seq', '>', String(after))
            .where('version', '>', 1)
            .where(wasFor(readers, after)),
        )
        .orderBy('seq')
        .execute();
      return rows.map(({ event_id, seq }) => ({ eventId: event_id, seq: Number(seq) }));
    },
    async since(cursor) {
      const rows = await newest()
        .select(['event_id', 'seq'])
        .select((eb) =>
          jsonArrayFrom(
            eb
              .selectFrom('notice as message')
              .select(['message.include', 'message.except_nodes as except'])
              .whereRef('message.event_id', '=', 'notice.event_id'),
          ).as('audiences'),
        )
        .where('seq', '>', String(cursor))
        .orderBy('seq')
        .execute();
      return rows.map(({ event_id, seq, audiences }) => ({ eventId: event_id, seq: Number(seq), audiences }));
    },
    async last() {
      const row = await unit.db
        .selectFrom('notice')
        .select('seq')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return Number(row?.seq ?? 0);
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
    async delivered(personId, seq) {
      await unit.db
        .insertInto('notice_delivered')
        .values({ person_id: personId, seq, at: clock.now() })
        .onConflict((there) =>
          there
            .column('person_id')
            .doUpdateSet({ seq, at: clock.now() })
            .where(sql<boolean>`notice_delivered.seq < excluded.seq`),
        )
        .execute();
    },
    async acknowledged(eventIds, people) {
      if (eventIds.length === 0 || people.length === 0) return new Map();
      const rows = await unit.db
        .selectFrom('notice_acknowledged')
        .select(['event_id', 'person_id'])
        .where('event_id', 'in', eventIds)
        .where('person_id', 'in', people)
        .execute();
      const found = new Map<string, string[]>();
      for (const { event_id, person_id } of rows)
        found.set(event_id, [...(found.get(event_id) ?? []), person_id]);
      return found;
    },
    async acknowledge(eventId, personId, byId) {
      await unit.db
        .insertInto('notice_acknowledged')
        .values({ event_id: eventId, person_id: personId, by_id: byId, at: clock.now() })
        .onConflict((again) => again.doNothing())
        .execute();
    },
  };
}
