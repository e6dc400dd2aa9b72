import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createNoticeSource } from '../../../src/backend/adapters/embedded/notice-source';
import type { NoticeSource } from '../../../src/backend/ports/notice-source';
import type { Content } from '../../../src/contract/notice/content';
import { messageOf } from '../../../src/contract/notice/message';
import { isFor, type Audience } from '../../../src/contract/notice/audience';
import { audience, reader } from '../../contract/notice/arbitraries';
import { describeOnEachDatabase } from '../../support/database';
import { noticeContent, publishedOf } from '../../support/notices';
import { movedClock } from '../../support/moved-clock';
import { addPerson, addRegions } from '../../support/people';

const community = '330106001002';
const grid = `${community}007`;
const hour = 60 * 60 * 1000;

describeOnEachDatabase('notice source', (open) => {
  let database: Database;
  let notices: NoticeSource;
  let officer: string;
  let lan: string;
  const clock = movedClock();

  beforeAll(async () => {
    database = await open();
    notices = createNoticeSource(database.unit, clock);
    await addRegions(database, { [grid]: '第 7 网格' });
    officer = await addPerson(database, 'officer');
    lan = await addPerson(database, 'lan');
  });
  beforeEach(() => database.kysely.deleteFrom('notice').execute());

  const publish = async (to: Audience, more: Partial<Content> = {}) => {
    clock.forward(1000);
    const content = { ...noticeContent(to), ...more };
    return publishedOf(await notices.publish(messageOf(content, { authorId: officer, node: community })));
  };
  const to = (...include: string[]): Audience => ({ include, except: [] });
  const me = () => ({ readers: [{ home: grid }], personId: lan });
  const feed = async (page = { limit: 100 }) => (await notices.feed(me(), page)).map((notice) => notice.id);

  it('keeps a notice as it was published, in one row', async () => {
    const published = await publish({ include: [community], except: [`${community}008`] });
    expect(published).toMatchObject({ audience: { include: [community], except: [`${community}008`] } });
    expect(await notices.get(published.id)).toEqual(published);
    expect(await notices.feed(me(), { limit: 10 })).toEqual([{ ...published, read: false }]);
    const rows = await database.kysely.selectFrom('notice').select('id').execute();
    expect(rows).toHaveLength(1);
    expect(await notices.get(randomUUID())).toBeUndefined();
  });

  it('finds for every reader exactly what the rule of the contract says', async () => {
    const published = [];
    for (const each of fc.sample(audience, { numRuns: 150, seed: 7 })) published.push(await publish(each));
    let found = 0;
    for (const who of fc.sample(reader, { numRuns: 150, seed: 11 })) {
      const page = await notices.feed({ readers: [who], personId: lan }, { limit: 1000 });
      const expected = published.filter((notice) => isFor(notice.audience, who)).map((notice) => notice.id);
      expect({ who, ids: page.map((notice) => notice.id) }).toEqual({ who, ids: expected.reverse() });
      expect(await notices.unread({ readers: [who], personId: lan })).toBe(expected.length);
      found += expected.length;
    }
    // The sample says something of both: of readers who are reached and of those who are not.
    expect(found).toBeGreaterThan(500);
    expect(found).toBeLessThan(150 * 150 - 500);
  });

  it('is in force until it expires, and can still be opened after', async () => {
    const short = await publish(to(grid), {
      expiresAt: new Date(clock.now().getTime() + 2 * hour).toISOString(),
    });
    const long = await publish(to(grid));
    expect(await feed()).toEqual([long.id, short.id]);
    clock.forward(2 * hour);
    expect(await feed()).toEqual([long.id]);
    expect(await notices.unread(me())).toBe(1);
    expect(await notices.get(short.id)).toMatchObject({ id: short.id });
  });

  it('comes newest first, page by page', async () => {
    const [first, second, third] = [
      await publish(to(grid)),
      await publish(to(community)),
      await publish(to('3301')),
    ];
    expect(await feed()).toEqual([third.id, second.id, first.id]);
    expect(await feed({ limit: 2 })).toEqual([third.id, second.id]);
    const rest = await notices.feed(me(), { limit: 2, before: second.sentAt });
    expect(rest.map((notice) => notice.id)).toEqual([first.id]);
  });

  it('is read by one person at a time, and once', async () => {
    const notice = await publish(to(grid));
    await publish(to(grid));
    expect(await notices.hasRead(notice.id, lan)).toBe(false);
    await notices.markRead(notice.id, lan);
    await notices.markRead(notice.id, lan);
    expect(await notices.hasRead(notice.id, lan)).toBe(true);
    expect(await notices.unread(me())).toBe(1);
    expect((await notices.feed(me(), { limit: 10 })).map((each) => each.read)).toEqual([false, true]);
    expect(await notices.unread({ readers: [{ home: grid }], personId: officer })).toBe(2);
  });
});
