import { writeIdentifier } from '@contract/cap/identifier';
import { writeCapMoment } from '@contract/cap/moment';
import type { Earlier } from '@contract/cap/ours';
import { type Selectable, sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { PublicNotice, PublicNotices } from '../../../ports/public-notices';
import type { Schema } from '../database/schema';
import type { Unit } from '../database/unit';
import { codesOf } from '../notice-source/codes';
import { noticeOf } from '../notice-source/rows';

type Row = Selectable<Schema['notice']> & { nth: number };

const dayMs = 24 * 60 * 60 * 1000;
/** A notice without an end hangs so long. */
const ENDLESS_MS = 90 * dayMs;
/** A Cancel without one: whoever polls has seen it by then. */
const CANCELLED_MS = 14 * dayMs;

/**
 * Which of the notices of its publisher's second it is: what an identifier ends with. Numbers of messages follow one
 * another, so it is looked for among the last thousand only.
 */
const nth = sql<number>`(select count(*)::int from notice as before
  where before.seq < notice.seq and before.seq >= notice.seq - 1000
    and substr(before.author_node, 1, 9) = substr(notice.author_node, 1, 9)
    and date_trunc('second', before.sent_at) = date_trunc('second', notice.sent_at))`;

const identifierOf = ({ author_node, sent_at, nth: at }: Row): string =>
  writeIdentifier(author_node, sent_at, at);

const publicOf = (row: Selectable<Schema['notice']>): PublicNotice => ({
  ...noticeOf(row),
  ours: row.source === null,
});

/** What came from another system is referred to as that calls it. */
function earlierOf(row: Row): Earlier {
  const [identifier, sent] = row.identifier?.split(' ') ?? [];
  return row.source !== null && identifier !== undefined && sent !== undefined
    ? { sender: row.source, identifier, sent }
    : { identifier: identifierOf(row), sent: writeCapMoment(row.sent_at) };
}

/** Notices for anybody, in the deployment's own database. */
export function createPublicNotices(unit: Unit, clock: Clock): PublicNotices {
  const inForce = () => {
    const now = clock.now();
    const since = (ms: number) => new Date(now.getTime() - ms);
    return unit.db
      .selectFrom('notice')
      .selectAll('notice')
      .where('superseded_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('expires_at', '>', now),
          eb.and([
            eb('expires_at', 'is', null),
            eb('sent_at', '>', since(ENDLESS_MS)),
            eb.or([eb('msg_type', '!=', 'Cancel'), eb('sent_at', '>', since(CANCELLED_MS))]),
          ]),
        ]),
      )
      .orderBy('seq', 'desc');
  };

  return {
    ours: async (limit) => (await inForce().where('source', 'is', null).limit(limit).execute()).map(publicOf),
    async for(node, limit) {
      const codes = sql`${codesOf({ home: node })}::text[]`;
      const found = await inForce()
        .where(sql<boolean>`(include && ${codes} or include_grids && ${[node]}::text[])`)
        .where(sql<boolean>`not (except_nodes && ${codes})`)
        .limit(limit)
        .execute();
      return found.map(publicOf);
    },
    async message(id) {
      const rows = await unit.db
        .selectFrom('notice as asked')
        .innerJoin('notice', 'notice.event_id', 'asked.event_id')
        .selectAll('notice')
        .select(nth.as('nth'))
        .where('asked.id', '=', id)
        .where('asked.source', 'is', null)
        .whereRef('notice.version', '<=', 'asked.version')
        .orderBy('notice.version')
        .execute();
      const row = rows.pop();
      return (
        row && {
          ...publicOf(row),
          identifier: identifierOf(row),
          earlier: rows.map(earlierOf),
        }
      );
    },
  };
}
