import { saysWords } from '@contract/notice/search';
import { isMuted } from '@contract/notice/shown';
import type { FeedPage, OpenedFeed } from '../../../ports/notice-source';
import type { Hung } from './board';
import type { Mind } from './mind';

type Opened = Omit<OpenedFeed, 'cursor'>;

const newestFirst = (a: Hung, b: Hung): number =>
  b.sentAt.getTime() - a.sentAt.getTime() || (a.id < b.id ? -1 : 1);

/** Of all that is for somebody, what a page shows, and what is said beside it of the whole. */
export function pageOf(mine: readonly Hung[], mind: Mind, page: FeedPage, now: Date): Opened {
  const { before, limit, words, after, listOpen = false } = page;
  const heard = mine.filter((notice) => !isMuted(notice, mind.muted));
  const isOpen = ({ knockAt, msgType }: Hung): boolean =>
    knockAt !== null && knockAt <= now && msgType !== 'Cancel';
  // What one serves for is shown whatever one wants to hear of at home.
  const shown = (listOpen ? mine.filter(isOpen) : heard)
    .filter(({ sentAt }) => before === undefined || sentAt < before)
    .filter(({ seq }) => after === undefined || seq > after)
    .filter((notice) => words === undefined || saysWords(notice, words))
    .sort(newestFirst)
    .slice(0, limit);
  return {
    notices: shown.map(({ authorName: _, ...notice }) => ({ ...notice, read: mind.read.has(notice.id) })),
    unread: heard.filter(({ id, msgType }) => msgType !== 'Cancel' && !mind.read.has(id)).length,
    names: new Map(
      shown.flatMap(({ authorNode, authorName }) =>
        authorName === null ? [] : [[authorNode, authorName] as const],
      ),
    ),
    isNews: mine.some(({ seq }) => seq > mind.had),
  };
}
