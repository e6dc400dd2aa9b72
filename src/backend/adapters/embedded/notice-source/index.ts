import { placeOf, type Reader } from '@contract/notice/audience';
import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { NoticeSource } from '../../../ports/notice-source';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';
import { codesOf } from './codes';
import { columnsOf, noticeOf, type NoticeRow } from './rows';

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

/** Of a message `mine.id` whose words, or their pinyin, are asked for. */
function saying(words: string) {
  const asked = words.toLowerCase();
  const sounds = asked.replace(/\s+/g, ' ').trim();
  return sql<boolean>`exists (select from notice said where said.id = mine.id
    and (strpos(lower(said.info::text), ${asked}) > 0 or strpos(said.pinyin, ${sounds}) > 0))`;
}

/** Notices in the deployment's own database, one row for each message. */
export function createNoticeSource(unit: Unit, clock: Clock): NoticeSource {
  const newest = () => unit.db.selectFrom('notice').where('superseded_at', 'is', null);

  const inForce = (readers: readonly Reader[]) =>
    newest()
      .where(forAnyOf(readers))
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', clock.now())]));

  const readBy = (personId: string) => (eb: ExpressionBuilder<Schema, 'notice'>) =>
    eb.exists(
      eb
        .selectFrom('notice_read')
        .whereRef('notice_read.notice_id', '=', 'notice.id')
        .where('notice_read.person_id', '=', personId),
    );

  /** Of no kind that somebody muted; what life may hang on is heard all the same. */
  const heardBy = (personId: string) => (eb: ExpressionBuilder<Schema, 'notice'>) =>
    eb.or([
      eb('severity', 'in', ['Extreme', 'Severe']),
      eb.not(
        eb.exists(
          eb
            .selectFrom('muted_category')
            .whereRef('muted_category.category', '=', 'notice.category')
            .where('muted_category.person_id', '=', personId),
        ),
      ),
    ]);

  /** One statement: what is for the reader is looked for once, and everything else is said of that. */
  const opened: NoticeSource['opened'] = async ({ personId, readers }, page) => {
    const { before, limit, words, after, listOpen = false } = page;
    const rows = await unit.db
      .with(
        (cte) => cte('mine').materialized(),
        () =>
          inForce(readers)
            .select(['id', 'seq', 'sent_at', 'msg_type', 'knock_at'])
            .select((eb) => [readBy(personId)(eb).as('read'), heardBy(personId)(eb).as('heard')]),
      )
      .with('page', (db) =>
        db
          .selectFrom('mine')
          .select(['id', 'read'])
          .$if(listOpen, (query) =>
            query.where('knock_at', '<=', clock.now()).where('msg_type', '!=', 'Cancel'),
          )
          // What one serves for is shown whatever one wants to hear of at home.
          .$if(!listOpen, (query) => query.where('heard', '=', true))
          .$if(before !== undefined, (query) => query.where('sent_at', '<', before as Date))
          .$if(after !== undefined, (query) => query.where('seq', '>', String(after)))
          .$if(words !== undefined, (query) => query.where(saying(words ?? '')))
          .orderBy('sent_at', 'desc')
          .orderBy('id')
          .limit(limit),
      )
      .with('beside', (db) =>
        db.selectNoFrom((eb) => [
          eb
            .selectFrom('mine')
            .select((of) => of.fn.countAll<string>().as('unread'))
            .where('msg_type', '!=', 'Cancel')
            .where('read', '=', false)
            .where('heard', '=', true)
            .as('unread'),
          eb
            .selectFrom('mine')
            .select((of) => of.fn.max('seq').as('seq'))
            .as('newest'),
          eb.selectFrom('notice').select('seq').orderBy('seq', 'desc').limit(1).as('cursor'),
          eb.selectFrom('notice_delivered').select('seq').where('person_id', '=', personId).as('had'),
        ]),
      )
      .selectFrom('beside')
      .leftJoin('page', (join) => join.onTrue())
      .leftJoin('notice', 'notice.id', 'page.id')
      .selectAll('notice')
      .select((eb) =>
        eb.selectFrom('region').select('name').whereRef('code', '=', 'notice.author_node').as('author_name'),
      )
      .select(['page.read', 'beside.unread', 'beside.cursor', 'beside.newest', 'beside.had'])
      .orderBy('notice.sent_at', 'desc')
      .orderBy('notice.id')
      .execute();
    const [beside] = rows;
    return {
      notices: rows.flatMap((row) =>
        row.id === null ? [] : [{ ...noticeOf(row as NoticeRow), read: Boolean(row.read) }],
      ),
      unread: Number(beside?.unread ?? 0),
      cursor: Number(beside?.cursor ?? 0),
      names: new Map(
        rows.flatMap(({ author_node, author_name }) =>
          author_node === null || author_name === null ? [] : [[author_node, author_name] as const],
        ),
      ),
      isNews: Number(beside?.newest ?? 0) > Number(beside?.had ?? 0),
    };
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
    feed: async (reader, page) => (await opened(reader, page)).notices,
    opened,
    async publishedFrom(nodes, { before, limit }) {
      const rows = await newest()
        .selectAll('notice')
        .where((eb) => eb.or(nodes.map((node) => eb('author_node', 'like', `${node}%`))))
        .$if(before !== undefined, (query) => query.where('sent_at', '<', before as Date))
        .orderBy('sent_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(noticeOf);
    },
    async newsAfter(readers, after) {
      const rows = await inForce(readers)
        .select(['event_id', 'seq'])
        .where('seq', '>', String(after))
        .orderBy('seq')
        .execute();
      return rows.map(({ event_id, seq }) => ({ eventId: event_id, seq: Number(seq) }));
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
