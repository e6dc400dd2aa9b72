import type { NoticeCategory } from '@contract/notice/notice';
import type { Followed } from '@contract/notice/places';
import { prepared } from '../database/prepared';
import type { Unit } from '../database/unit';

/** What somebody made of some messages, and how far the database is. */
export interface Mind {
  /** The last number there is for anybody; 0 before the first. */
  cursor: number;
  /** How far their phone has come. */
  had: number;
  muted: readonly NoticeCategory[];
  followed: readonly Followed[];
  /** Of the messages, those they have read. */
  read: ReadonlySet<string>;
}

interface Row {
  cursor: string;
  had: string;
  muted: NoticeCategory[];
  /** Code and name, with a blank between: no code has one. */
  followed: string[];
  read: string[];
}

const ask = prepared<Row>(`select
  coalesce((select seq from notice order by seq desc limit 1), 0) as cursor,
  coalesce((select seq from notice_delivered where person_id = $1), 0) as had,
  array(select category from muted_category where person_id = $1) as muted,
  array(select node || ' ' || label from followed_place where person_id = $1 order by since, node) as followed,
  array(select notice_id::text from notice_read where person_id = $1 and notice_id = any($2::uuid[])) as read`);

export async function mindOf(unit: Unit, personId: string, messageIds: readonly string[]): Promise<Mind> {
  const [row] = await ask(unit.db, [personId, messageIds]);
  return {
    cursor: Number(row?.cursor ?? 0),
    had: Number(row?.had ?? 0),
    muted: row?.muted ?? [],
    followed: (row?.followed ?? []).map((place) => {
      const end = place.indexOf(' ');
      return { node: place.slice(0, end), label: place.slice(end + 1) };
    }),
    read: new Set(row?.read),
  };
}
