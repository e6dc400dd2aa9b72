import type { Notice, OutputOf } from '@contract/api';
import { isOn } from '@contract/notice/shown';
import { useEffect } from 'react';
import { together } from './newer';
import { type NoticeAct, useNoticeActs } from './notice-acts';
import { useOlderNotices } from './older-notices';
import { usePhone } from './phone-context';
import { useRead } from './queries';
import { useSignedIn } from './use-session';

/** Where sockets are blocked, the phone asks this often. */
const pollMs = 30_000;

export type Inbox = OutputOf<'GET /v1/notices'>;

/**
 * The copy as it holds now: what is over is gone, and what was done here counts before the server has heard of it.
 * So the badge is right at a start without a network too.
 */
export function inboxNow(copy: Inbox, acts: readonly NoticeAct[], now: number): Inbox {
  const here = copy.notices.filter((notice) => isOn(notice, now)).map((notice) => withActs(notice, acts));
  const unread = (notices: readonly Notice[]): number =>
    notices.filter(({ read, msgType }) => !read && msgType !== 'Cancel').length;
  return { ...copy, notices: here, unread: Math.max(0, copy.unread - unread(copy.notices) + unread(here)) };
}

export const withActs = (notice: Notice, acts: readonly NoticeAct[]): Notice => {
  const mine = acts.filter(({ id }) => id === notice.id);
  if (mine.length === 0) return notice;
  const known = mine.flatMap(({ personId }) => personId ?? []);
  return {
    ...notice,
    read: notice.read || mine.some(({ personId }) => personId === undefined),
    acknowledgedFor: [...new Set([...notice.acknowledgedFor, ...known])],
  };
};

/** The notices of this person, live or polled; with those further down as far as one read on. */
export function useNotices() {
  const { live, code } = usePhone();
  const signedIn = useSignedIn();
  const acts = useNoticeActs();
  const read = useRead(
    'GET /v1/notices',
    {},
    { enabled: signedIn, refetchInterval: live()?.connected() ? false : pollMs },
  );
  const cursor = read.data?.cursor;
  // After a break the socket goes on from here.
  useEffect(() => {
    if (cursor !== undefined) live()?.seen(cursor);
  }, [cursor, live]);
  const older = useOlderNotices(read.data);
  if (!read.data) return { ...read, older };
  const notices = older.notices.length > 0 ? together(read.data.notices, older.notices) : read.data.notices;
  return { ...read, older, data: inboxNow({ ...read.data, notices }, acts, code.clock.now()) };
}

/** How many notices are unread; 0 while nobody is signed in or no home is chosen. */
export const useUnread = (): number => useNotices().data?.unread ?? 0;
