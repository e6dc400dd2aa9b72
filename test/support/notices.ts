import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/backend/adapters/embedded/database';
import type { FeedPage, FeedReader, NoticeSource } from '../../src/backend/ports/notice-source';
import type { Result } from '../../src/contract/result';
import type { Content, Info } from '../../src/contract/notice/content';

/** What an author of a water cut writes, for these places. */
export const noticeContent = (
  { include, except = [] }: { include: readonly string[]; except?: readonly string[] },
  said: Partial<Info> = {},
): Content => ({
  severity: 'Moderate',
  urgency: 'Expected',
  certainty: 'Observed',
  category: 'Infra',
  info: [{ language: 'zh', headline: '明天 9:00–16:00 停水', description: '', ...said }],
  audience: { include, except },
});

/** What was published, where nobody was quicker. */
export function publishedOf<T>(published: Result<T, string>): T {
  if (!published.ok) throw new Error(published.failure);
  return published.value;
}

/** A feed as it is shown: each message, with whether it was opened. */
export async function feedOf(noticeSource: NoticeSource, reader: FeedReader, page: FeedPage) {
  const { notices, read } = await noticeSource.opened(reader, page);
  return notices.map((notice) => ({ ...notice, read: read.has(notice.id) }));
}

/** Every notice is gone, which no deployment sees happen: the source is asked, so that it finds nothing there as well. */
export async function takeDown(database: Database, noticeSource: NoticeSource): Promise<void> {
  await database.kysely.deleteFrom('notice').execute();
  await noticeSource.opened({ personId: randomUUID(), readers: [] }, { limit: 1 });
}
