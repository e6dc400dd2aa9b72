import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createNoticeSource } from '../../../src/backend/adapters/embedded/notice-source';
import { createNoticeReaders } from '../../../src/backend/adapters/embedded/notice-readers';
import type { NoticeReaders } from '../../../src/backend/ports/notice-readers';
import type { FeedReader, NoticeSource } from '../../../src/backend/ports/notice-source';
import type { Content } from '../../../src/contract/notice/content';
import { soundsOf } from '../../../src/backend/search/pinyin';
import { messageOf } from '../../../src/contract/notice/message';
import { isFor, type Audience } from '../../../src/contract/notice/audience';
import { audience, reader } from '../../contract/notice/arbitraries';
import { describeOnEachDatabase } from '../../support/database';
import { feedOf, noticeContent, publishedOf, takeDown } from '../../support/notices';
import { movedClock } from '../../support/moved-clock';
import { addPerson, addRegions } from '../../support/people';

const community = '330106001002';
const grid = `${community}007`;
const village = '330108001001';
const hour = 60 * 60 * 1000;

describeOnEachDatabase('notice source', (open) => {
  let database: Database;
  let notices: NoticeSource;
  let readers: NoticeReaders;
  let officer: string;
  let lan: string;
  const clock = movedClock();

  beforeAll(async () => {
    database = await open();
    notices = createNoticeSource(database.unit, clock);
    readers = createNoticeReaders(database.unit, clock);
    await addRegions(database, { [grid]: '第 7 网格', [village]: '听泉社区' });
    officer = await addPerson(database, 'officer');
    lan = await addPerson(database, 'lan');
  });
  beforeEach(() => takeDown(database, notices));

  const publish = async (to: Audience, more: Partial<Content> = {}) => {
    clock.forward(1000);
    const content = { ...noticeContent(to), ...more };
    return publishedOf(await notices.publish(messageOf(content, { authorId: officer, node: community })));
  };
  const to = (...include: string[]): Audience => ({ include, except: [] });
  const me = () => ({ readers: [{ home: grid }], personId: lan });
  const unread = async (of: FeedReader) => (await notices.opened(of, { limit: 1 })).unread;
  const cursor = async () => (await notices.opened(me(), { limit: 1 })).cursor;
  const feed = async (page = { limit: 100 }) =>
    (await feedOf(notices, me(), page)).map((notice) => notice.id);

  it('keeps a notice as it was published, in one row', async () => {
    const published = await publish({ include: [community], except: [`${community}008`] });
    expect(published).toMatchObject({ audience: { include: [community], except: [`${community}008`] } });
    expect(await notices.get(published.id)).toEqual(published);
    expect(await feedOf(notices, me(), { limit: 10 })).toEqual([
      // The board keeps the name beside it; what lies above the named places is called by its code here.
      { ...published, authorName: community, read: false },
    ]);
    const rows = await database.kysely.selectFrom('notice').select('id').execute();
    expect(rows).toHaveLength(1);
    expect(await notices.get(randomUUID())).toBeUndefined();
  });

  it('finds for every reader exactly what the rule of the contract says', async () => {
    const published = [];
    for (const each of fc.sample(audience, { numRuns: 150, seed: 7 })) published.push(await publish(each));
    let found = 0;
    for (const who of fc.sample(reader, { numRuns: 150, seed: 11 })) {
      const page = await feedOf(notices, { readers: [who], personId: lan }, { limit: 1000 });
      const expected = published.filter((notice) => isFor(notice.audience, who)).map((notice) => notice.id);
      expect({ who, ids: page.map((notice) => notice.id) }).toEqual({ who, ids: expected.reverse() });
      expect(await unread({ readers: [who], personId: lan })).toBe(expected.length);
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
    expect(await unread(me())).toBe(1);
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
    const rest = await feedOf(notices, me(), { limit: 2, before: second.seq });
    expect(rest.map((notice) => notice.id)).toEqual([first.id]);
  });

  it('comes whole, each once and in one order, whatever a page holds and however many share a moment', async () => {
    const steps = fc.array(fc.constantFrom(0, 0, 1000), { minLength: 1, maxLength: 9 });
    const together: number[] = [];
    for (const after of fc.sample(steps, { numRuns: 12, seed: 5 })) {
      await takeDown(database, notices);
      const message = messageOf(noticeContent(to(grid)), { authorId: officer, node: community });
      const published = [];
      for (const step of after) {
        clock.forward(step);
        published.push(publishedOf(await notices.publish(message)).id);
      }
      together.push(after.filter((step) => step === 0).length);
      for (const limit of [1, 2, 3, after.length]) {
        const found = [];
        let page = await notices.opened(me(), { limit });
        const pages = [page];
        while (page.more) {
          page = await notices.opened(me(), { limit, before: page.notices.at(-1)?.seq ?? 0 });
          pages.push(page);
        }
        for (const { notices: some, unread: all } of pages) {
          found.push(...some.map(({ id }) => id));
          expect([some.length <= limit, all]).toEqual([true, after.length]);
        }
        expect(found).toEqual([...published].reverse());
        expect(pages).toHaveLength(Math.ceil(after.length / limit));
      }
    }
    expect(Math.max(...together)).toBeGreaterThan(3);
  });

  it('is read by one person at a time, and once', async () => {
    const notice = await publish(to(grid));
    await publish(to(grid));
    expect(await notices.hasRead(notice.id, lan)).toBe(false);
    await notices.markRead(notice.id, lan);
    await notices.markRead(notice.id, lan);
    expect(await notices.hasRead(notice.id, lan)).toBe(true);
    expect(await unread(me())).toBe(1);
    expect((await feedOf(notices, me(), { limit: 10 })).map((each) => each.read)).toEqual([false, true]);
    expect(await unread({ readers: [{ home: grid }], personId: officer })).toBe(2);
  });

  describe('a reader of several places', () => {
    const several = () => ({ personId: lan, readers: [{ home: grid }, { home: village }] });
    const ids = async () => (await feedOf(notices, several(), { limit: 100 })).map(({ id }) => id);

    it('has one card of what is for more than one of them', async () => {
      const both = await publish({ include: [grid, village], except: [] });
      const above = await publish(to('33'));
      await publish(to('330109'));
      expect(await ids()).toEqual([above.id, both.id]);
      expect(await unread(several())).toBe(2);
    });

    it('has what is for a place they follow, from the next look on and until they follow it no more', async () => {
      const there = await publish(to(village));
      const look = async () => {
        const me = { personId: lan, readers: [{ home: grid }], withFollowed: true };
        const { notices: shown, followed } = await notices.opened(me, { limit: 10 });
        return { ids: shown.map(({ id }) => id), followed };
      };
      expect(await look()).toEqual({ ids: [], followed: [] });
      const place = { node: village, label: '妈妈 家' };
      await readers.change(lan, { followed: [place] });
      expect(await look()).toEqual({ ids: [there.id], followed: [place] });
      expect(await feed()).toEqual([]);
      await readers.change(lan, { followed: [] });
      expect(await look()).toEqual({ ids: [], followed: [] });
    });

    it('has what is excepted at one of them and not at the other', async () => {
      const here = await publish({ include: ['33'], except: [community] });
      await publish({ include: ['33'], except: [community, village] });
      expect(await ids()).toEqual([here.id]);
      expect(await feed()).toEqual([]);
    });
  });

  it('is one card of an event: the newest, wherever that goes now', async () => {
    const first = await publish(to(community));
    const content = { ...noticeContent(to(grid)), severity: 'Severe' as const };
    const by = { authorId: officer, node: community };
    const after = (message: typeof first) => ({
      eventId: message.eventId,
      references: message.id,
      version: message.version + 1,
    });
    const update = publishedOf(
      await notices.publish(messageOf(content, by, { msgType: 'Update' }), after(first)),
    );
    expect(await feed()).toEqual([update.id]);
    expect(update).toMatchObject({ eventId: first.id, version: 2, references: first.id });
    const neighbour = { personId: lan, readers: [{ home: `${community}008` }] };
    expect(await feedOf(notices, neighbour, { limit: 10 })).toEqual([]);
    // Whom it leaves out is told, where they had it by then, and has it still.
    const newsFor = (from: number) => notices.newsAfter(neighbour.readers, from);
    expect(await newsFor(first.seq)).toEqual([{ eventId: first.id, seq: update.seq }]);
    expect([await newsFor(first.seq - 1), await newsFor(update.seq)]).toEqual([[], []]);
    expect(await notices.newsAfter([], first.seq)).toEqual([]);
    expect(await notices.newsAfter([{ home: '330109001001' }], first.seq)).toEqual([]);
    const cancel = publishedOf(await notices.publish({ ...update, msgType: 'Cancel' }, after(update)));
    expect((await feedOf(notices, me(), { limit: 10 })).map(({ msgType }) => msgType)).toEqual(['Cancel']);
    // It is no news, and whoever follows what is no longer the newest is told so.
    expect(await unread(me())).toBe(0);
    expect(await notices.publish(messageOf(content, by), after(first))).toEqual({
      ok: false,
      failure: 'changed-meanwhile',
    });
    expect((await notices.versions(first.id)).map(({ id }) => id)).toEqual([first.id, update.id, cancel.id]);
    expect(await notices.get(first.id)).toEqual(cancel);
  });

  it('is no news to whom it leaves out once it would have been over', async () => {
    const expiresAt = new Date(clock.now().getTime() + 2 * hour).toISOString();
    const first = await publish(to(community), { expiresAt });
    const message = messageOf(noticeContent(to(grid)), { authorId: officer, node: community });
    await notices.publish(message, { eventId: first.id, references: first.id, version: 2 });
    const newsOf = (home: string) => notices.newsAfter([{ home }], first.seq);
    expect(await newsOf(`${community}008`)).toHaveLength(1);
    clock.forward(2 * hour);
    expect([await newsOf(`${community}008`), (await newsOf(grid)).length]).toEqual([[], 1]);
  });

  it('is followed by one of two who do so at once', async () => {
    const first = await publish(to(grid));
    const following = { eventId: first.id, references: first.id, version: 2 };
    const message = messageOf(noticeContent(to(grid)), { authorId: officer, node: community });
    const both = await Promise.all([1, 2].map(() => notices.publish(message, following)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await notices.versions(first.id)).toHaveLength(2);
    expect(await feed()).toHaveLength(1);
  });

  it('is numbered as it becomes visible: whoever has seen one has seen all before it', async () => {
    const message = messageOf(noticeContent(to(grid)), { authorId: officer, node: community });
    let publishing = true;
    const seen: number[][] = [];
    const looking = (async () => {
      while (publishing) {
        seen.push((await notices.newsAfter([{ home: grid }], 0)).map(({ seq }) => seq));
        await new Promise(setImmediate);
      }
    })();
    // Some hold their transaction open after publishing: whoever comes meanwhile waits for its number.
    const all: number[] = [];
    const publishOne = (nth: number): Promise<number> =>
      database.unit.together(async () => {
        const { seq } = publishedOf(await notices.publish(message));
        if (nth % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        return seq;
      });
    const author = async (): Promise<void> => {
      for (let nth = 0; nth < 8; nth += 1) all.push(await publishOne(nth));
    };
    await Promise.all([author(), author(), author()]);
    publishing = false;
    await looking;
    const inOrder = [...all].sort((a, b) => a - b);
    for (const each of seen) expect(each).toEqual(inOrder.slice(0, each.length));
    expect(seen.some((each) => each.length > 0 && each.length < all.length)).toBe(true);
    expect((await notices.newsAfter([{ home: grid }], inOrder[9] ?? 0)).map(({ seq }) => seq)).toEqual(
      inOrder.slice(10),
    );
    expect(await cursor()).toBe(inOrder.at(-1));
  });

  it('is found by a part of its words in either language, and by syllables or initials', async () => {
    const info = [
      { language: 'zh' as const, headline: '明天停水', description: '检修供水管道' },
      { language: 'en' as const, headline: 'No water tomorrow', description: 'Pipes are repaired' },
    ];
    const pinyin = soundsOf(info);
    const message = messageOf(
      { ...noticeContent(to(grid)), info },
      { authorId: officer, node: community },
      { pinyin },
    );
    const water = publishedOf(await notices.publish(message));
    await publish(to(grid), { info: [{ language: 'zh', headline: '疫苗接种日', description: '' }] });
    const found = async (words: string) =>
      (await feedOf(notices, me(), { limit: 10, words })).map(({ id }) => id);
    for (const words of ['停水', '供水管', 'no WATER', 'repaired', 'tingshui', 'ts'])
      expect({ words, ids: await found(words) }).toEqual({ words, ids: [water.id] });
    for (const words of ['停电', 'gas', '%', '_']) expect(await found(words)).toEqual([]);
  });

  it('says in one look what is there, how much of it is unread, and whether a phone had it already', async () => {
    expect(await notices.opened(me(), { limit: 10 })).toMatchObject({
      notices: [],
      unread: 0,
      isNews: false,
    });
    const one = await publish(to(grid));
    const two = await publish(to(grid));
    const elsewhere = await publish(to('330109'));
    await notices.markRead(one.id, lan);
    const look = await notices.opened(me(), { limit: 1 });
    expect(look).toMatchObject({ unread: 1, cursor: elsewhere.seq, isNews: true });
    expect(look.notices.map(({ id }) => id)).toEqual([two.id]);
    await notices.delivered(lan, look.cursor);
    expect((await notices.opened(me(), { limit: 1 })).isNews).toBe(false);
    await publish(to('330109'));
    expect((await notices.opened(me(), { limit: 1 })).isNews).toBe(false);
    await publish(to(community));
    expect((await notices.opened(me(), { limit: 1 })).isNews).toBe(true);
  });
});
