import fc from 'fast-check';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createNoticeSource } from '../../../src/backend/adapters/embedded/notice-source';
import type { NoticeSource, PublishedNotice } from '../../../src/backend/ports/notice-source';
import { type Audience, isFor, type Reader } from '../../../src/contract/notice/audience';
import { messageOf } from '../../../src/contract/notice/message';
import { audience, reader } from '../../contract/notice/arbitraries';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { feedOf, noticeContent, publishedOf, takeDown } from '../../support/notices';
import { addPerson, addRegions } from '../../support/people';

const minute = 60_000;
const place = '330106001002007';

describeOnEachDatabase('what is read of notices, and kept in memory', (open) => {
  let database: Database;
  let officer: string;
  let lan: string;
  let publishing: NoticeSource;
  let reading: NoticeSource;
  const clock = movedClock();

  beforeAll(async () => {
    database = await open();
    await addRegions(database, { [place]: '第 7 网格' });
    officer = await addPerson(database, 'officer');
    lan = await addPerson(database, 'lan');
  });
  beforeEach(async () => {
    // As two processes have it: what one publishes, the other hears of from the database alone.
    publishing = createNoticeSource(database.unit, clock);
    reading = createNoticeSource(database.unit, clock);
    await takeDown(database, reading);
  });

  const publish = async (
    to: Audience,
    { following, lasts }: { following?: PublishedNotice; lasts?: number | undefined } = {},
  ): Promise<PublishedNotice> => {
    clock.forward(1000);
    const expiresAt =
      lasts === undefined ? {} : { expiresAt: new Date(clock.now().getTime() + lasts).toISOString() };
    const by = { authorId: officer, node: place };
    if (!following)
      return publishedOf(await publishing.publish(messageOf({ ...noticeContent(to), ...expiresAt }, by)));
    return publishedOf(
      await publishing.publish(messageOf({ ...noticeContent(to), ...expiresAt }, by, { msgType: 'Update' }), {
        eventId: following.eventId,
        references: following.id,
        version: following.version + 1,
      }),
    );
  };
  const ids = async (readers: readonly Reader[], source = reading): Promise<string[]> =>
    (await feedOf(source, { personId: lan, readers }, { limit: 1000 })).map(({ id }) => id);

  /** Of each event the newest, as the contract says it is for somebody. */
  const due = (newest: Iterable<PublishedNotice>, who: Reader): string[] =>
    [...newest]
      .filter((notice) => isFor(notice.audience, who))
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > clock.now())
      .sort((a, b) => b.seq - a.seq)
      .map(({ id }) => id);

  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('publish' as const),
        to: audience,
        lasts: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constant('update' as const), nth: fc.nat(), to: audience }),
    },
    { weight: 6, arbitrary: fc.record({ does: fc.constant('read' as const), who: reader }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
    },
  );

  it('is what the rule says, after whatever was published, moved elsewhere and ran out since', async () => {
    let found = 0;
    for (const steps of fc.sample(fc.array(step, { minLength: 20, maxLength: 40 }), {
      numRuns: 12,
      seed: 3,
    })) {
      await takeDown(database, reading);
      const newest = new Map<string, PublishedNotice>();
      const put = (notice: PublishedNotice): unknown => newest.set(notice.eventId, notice);
      for (const each of steps) {
        if (each.does === 'publish')
          put(await publish(each.to, { lasts: each.lasts === undefined ? undefined : each.lasts * minute }));
        if (each.does === 'wait') clock.forward(each.minutes * minute);
        if (each.does === 'update' && newest.size > 0) {
          const following = [...newest.values()][each.nth % newest.size] as PublishedNotice;
          put(await publish(each.to, { following }));
        }
        if (each.does !== 'read') continue;
        const expected = due(newest.values(), each.who);
        expect(await ids([each.who])).toEqual(expected);
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('is whole for each of many who read while it is published', async () => {
    const readers = fc.sample(reader, { numRuns: 20, seed: 5 });
    const published = new Map<string, PublishedNotice>();
    let done = false;
    const publishAll = async (): Promise<void> => {
      for (const to of fc.sample(audience, { numRuns: 40, seed: 9 })) {
        const notice = await publish(to);
        published.set(notice.eventId, notice);
      }
      done = true;
    };
    const readOn = async (who: Reader): Promise<void> => {
      while (!done) {
        const before = due([...published.values()], who);
        const had = new Set(await ids([who]));
        // What was out before one asked is there.
        expect(before.filter((id) => !had.has(id))).toEqual([]);
      }
    };
    await Promise.all([publishAll(), ...readers.map(readOn)]);
    for (const who of readers) expect(await ids([who])).toEqual(due(published.values(), who));
  });

  it('is not what a transaction wrote that came to nothing', async () => {
    const me = [{ home: place }];
    const stands = await publish({ include: [place], except: [] });
    await expect(
      database.unit.together(async () => {
        const inside = await publish({ include: [place], except: [] });
        expect(await ids(me)).toEqual([inside.id, stands.id]);
        throw new Error('came to nothing');
      }),
    ).rejects.toThrow('came to nothing');
    expect(await ids(me)).toEqual([stands.id]);
    const next = await publish({ include: [place], except: [] });
    expect(await ids(me)).toEqual([next.id, stands.id]);
  });

  it('calls a place by its new name within ten minutes', async () => {
    await publish({ include: [place], except: [] });
    const nameOf = async () =>
      (await reading.opened({ personId: lan, readers: [{ home: place }] }, { limit: 1 })).names.get(place);
    expect(await nameOf()).toBe('第 7 网格');
    await database.kysely.updateTable('region').set({ name: '桂语网格' }).where('code', '=', place).execute();
    clock.forward(11 * minute);
    expect(await nameOf()).toBe('桂语网格');
  });
});
