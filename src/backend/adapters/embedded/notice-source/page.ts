import { saysWords } from '@contract/notice/search';
import { isMuted } from '@contract/notice/shown';
import type { FeedPage, OpenedFeed } from '../../../ports/notice-source';
import type { Hung } from './board';
import type { Mind } from './mind';

type Opened = Omit<OpenedFeed, 'cursor' | 'followed'>;

/** One more than a page holds is asked for: it tells that there is more, and comes with the next page. */
export const andOne = (limit: number): number => limit + 1;
export const firstOf = <T>(found: readonly T[], limit: number): { notices: T[]; more: boolean } => ({
  notices: found.slice(0, limit),
  more: found.length > limit,
});

/** Of all that is for somebody, what a page shows, and what is said beside it of the whole. */
export function pageOf(mine: readonly Hung[], mind: Mind, page: FeedPage, now: Date): Opened {
  const { before, limit, words, after, listOpen = false } = page;
  const heard = mine.filter((notice) => !isMuted(notice, mind.muted));
  const isOpen = ({ knockAt, msgType }: Hung): boolean =>
    knockAt !== null && knockAt <= now && msgType !== 'Cancel';
  // What one serves for is shown whatever one wants to hear of at home.
  const found = (listOpen ? mine.filter(isOpen) : heard)
    .filter(({ seq }) => before === undefined || seq < before)
    .filter(({ seq }) => after === undefined || seq > after)
    .filter((notice) => words === undefined || saysWords(notice, words))
    .sort((a, b) => b.seq - a.seq);
  const { notices: shown, more } = firstOf(found, limit);
  return {
    more,
    notices: shown,
    read: mind.read,
    unread: heard.filter(({ id, msgType }) => msgType !== 'Cancel' && !mind.read.has(id)).length,
    names: new Map(
      shown.flatMap(({ authorNode, authorName }) =>
        authorName === null ? [] : [[authorNode, authorName] as const],
      ),
    ),
    isNews: mine.some(({ seq }) => seq > mind.had),
  };
}
