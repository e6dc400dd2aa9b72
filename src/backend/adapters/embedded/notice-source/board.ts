import { placeOf, type Reader } from '@contract/notice/audience';
import { isForAny } from '@contract/notice/places';
import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { PublishedNotice } from '../../../ports/notice-source';
import type { Unit } from '../database/unit';
import { codesOf, wholesOf } from './codes';
import { noticeOf, type NoticeRow } from './rows';

/** A board is begun anew after it (ms): so long it may call a place by the name it had. */
const LIFE = 10 * 60 * 1000;
/** With more lists and notices than that it is begun anew as well: what is asked for comes back. */
const MOST = 100_000;

export type Hung = PublishedNotice & { authorName: string | null };

/** What is for all of a place, and what is for a part of it: a reader asks for the parts of their own place alone. */
const whole = (code: string): string => `all of ${code}`;
const part = (code: string): string => `part of ${code}`;
const listsOf = (codes: readonly string[], parts: readonly string[]): string[] => [
  ...codes.map(whole),
  ...parts.map(part),
];
const listsWith = ({ audience: { include } }: Hung): string[] => listsOf(include, wholesOf(include));

export interface Board {
  /** Of each event the newest message that is for any of the readers and not over, as of a cursor. */
  standing(readers: readonly Reader[]): Promise<{ notices: Hung[]; cursor: number }>;
  /** Takes in what came up to a cursor that was read from the database. */
  follow(cursor: number): Promise<void>;
}

/**
 * The newest messages by the places they are for, kept in memory. A message never changes, and what ends one has a
 * number after it: so what was read once holds as long as the database's last number is the same, and when it is not,
 * only what came after has to be read. Nobody has to tell the board; whoever asks compares the numbers.
 */
export function createBoard(unit: Unit, clock: Clock): Board {
  const lists = new Map<string, Set<Hung>>();
  const hung = new Map<string, Hung>();
  let cursor = 0;
  let since = clock.now().getTime();
  let following = Promise.resolve();

  function clear(): void {
    lists.clear();
    hung.clear();
    since = clock.now().getTime();
  }

  function hangUp(notice: Hung): void {
    const there = hung.get(notice.eventId);
    if (there && there.version > notice.version) return;
    if (there && there.version < notice.version) {
      hung.delete(there.eventId);
      for (const list of listsWith(there)) lists.get(list)?.delete(there);
    }
    // One object however many lists it is on.
    const one = there?.version === notice.version ? there : notice;
    for (const list of listsWith(one)) {
      const notices = lists.get(list);
      if (!notices) continue;
      notices.add(one);
      hung.set(one.eventId, one);
    }
  }

  async function read(condition: RawBuilder<unknown>): Promise<{ notices: Hung[]; last: number }> {
    const { rows } = await sql<NoticeRow & { author_name: string | null; last: string }>`
      select notice.*, region.name as author_name, last.seq as last
      from (select coalesce((select seq from notice order by seq desc limit 1), 0) as seq) last
      left join notice on superseded_at is null and (${condition})
      left join region on region.code = author_node
      order by notice.seq`.execute(unit.db);
    return {
      notices: rows.flatMap((row) =>
        row.id === null ? [] : [{ ...noticeOf(row), authorName: row.author_name }],
      ),
      last: Number(rows[0]?.last),
    };
  }

  async function catchUp(to: number): Promise<void> {
    // A database with less than there was is another one.
    if (to < cursor) clear();
    if (to <= cursor || lists.size === 0) {
      cursor = to;
      return;
    }
    const { notices, last } = await read(sql`notice.seq > ${cursor}`);
    notices.forEach(hangUp);
    cursor = last;
  }

  const follow: Board['follow'] = (to) => {
    const caughtUp = following.then(() => catchUp(to));
    following = caughtUp.catch(() => undefined);
    return caughtUp;
  };

  async function load(codes: readonly string[], parts: readonly string[]): Promise<void> {
    const { notices, last } = await read(
      sql`include && ${[...codes]}::text[] or include_grids && ${[...parts]}::text[]`,
    );
    await follow(last);
    // Others came further meanwhile: what was read is old, and is asked for again.
    if (last !== cursor) return;
    if (lists.size + hung.size > MOST) clear();
    for (const list of listsOf(codes, parts)) if (!lists.has(list)) lists.set(list, new Set());
    notices.forEach(hangUp);
  }

  return {
    async standing(readers) {
      const codes = [...new Set(readers.flatMap(codesOf))];
      const parts = [...new Set(readers.map(placeOf))];
      if (clock.now().getTime() - since > LIFE) clear();
      for (;;) {
        const newCodes = codes.filter((code) => !lists.has(whole(code)));
        const newParts = parts.filter((code) => !lists.has(part(code)));
        if (newCodes.length + newParts.length === 0) break;
        await load(newCodes, newParts);
      }
      const found = new Set<Hung>();
      for (const list of listsOf(codes, parts)) for (const notice of lists.get(list) ?? []) found.add(notice);
      const now = clock.now();
      const isOn = ({ expiresAt }: Hung): boolean => expiresAt === null || expiresAt > now;
      return {
        notices: [...found].filter((notice) => isOn(notice) && isForAny(notice.audience, readers)),
        cursor,
      };
    },
    follow,
  };
}
