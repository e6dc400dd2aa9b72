import { messageOf } from '../../../src/contract/notice/message';
import type { Content, Info } from '../../../src/contract/notice/content';
import { demoBuilding, demoCommunity, demoStreet } from '../../../src/backend/demo/places';
import type { PublishedNotice } from '../../../src/backend/ports/notice-source';
import { soundsOf } from '../../../src/backend/search/pinyin';
import { noticeContent, publishedOf } from '../../support/notices';
import type { Stage } from './stage';

interface Hung extends Partial<Omit<Content, 'info' | 'audience'>> {
  include: readonly string[];
  /** Chinese headline and first line, then English ones. */
  zh: [headline: string, description?: string];
  en?: [headline: string, description?: string];
  /** The place it goes out from. */
  node?: string;
  /** What it updates or cancels. */
  after?: PublishedNotice;
  msgType?: 'Update' | 'Cancel';
}

/** A notice as an officer's desk would send it; phones that are open hear of it. */
export async function hang(stage: Stage, hung: Hung): Promise<PublishedNotice> {
  const { include, zh, en, node = demoCommunity, after, msgType, ...more } = hung;
  const { noticeSource, messenger, store } = stage.app.ports;
  const { id: authorId } = await store.people.of({ provider: 'demo', subject: 'officer' });
  const said = { zh, ...(en ? { en } : {}) };
  const info = Object.entries(said).map(([language, [headline, description = '']]) => ({
    language: language as Info['language'],
    headline,
    description,
  }));
  const content = { ...noticeContent({ include }), severity: 'Minor' as const, ...more, info };
  const message = messageOf(
    content,
    { authorId, node },
    {
      pinyin: soundsOf(info),
      ...(msgType ? { msgType } : {}),
    },
  );
  const published = publishedOf(
    await noticeSource.publish(
      message,
      after && { eventId: after.eventId, references: after.id, version: after.version + 1 },
    ),
  );
  await messenger.announce({ type: 'notice', id: published.eventId });
  return published;
}

export const inHours = (stage: Stage, hours: number): string =>
  new Date(stage.clock.now().getTime() + hours * 3_600_000).toISOString();

/** The board as it was drawn: one severe and pinned, one updated, one cancelled. */
export async function hangBoard(stage: Stage): Promise<void> {
  const road = await hang(stage, {
    include: [demoStreet],
    node: demoStreet,
    category: 'Transport',
    zh: ['桂花路这周修路'],
    en: ['Guihua Road is mended this week'],
  });
  await hang(stage, {
    include: [demoStreet],
    node: demoStreet,
    category: 'Transport',
    zh: ['桂花路施工改到下周', '公交 87 路临时绕行，站点不变'],
    en: ['Guihua Road is mended next week instead', 'Bus 87 takes another way; the stops stay'],
    after: road,
    msgType: 'Update',
  });
  const power = await hang(stage, {
    include: [demoCommunity],
    zh: ['周日停电检修'],
    en: ['Power off on Sunday'],
  });
  await hang(stage, {
    include: [demoCommunity],
    zh: ['周日停电检修', '检修改到明年，这次不停了'],
    en: ['Power off on Sunday', 'The work waits until next year: nothing is switched off'],
    after: power,
    msgType: 'Cancel',
  });
  await hang(stage, {
    include: ['3301'],
    node: '3301',
    severity: 'Severe',
    category: 'Met',
    pinned: true,
    expiresAt: inHours(stage, 30),
    zh: ['寒潮橙色预警：今晚起降温 12℃', '周三早晨最低 −3℃，水管包一包'],
    en: ['Cold wave, orange: 12 °C colder from tonight', 'Down to −3 °C on Wednesday: wrap your pipes'],
  });
}

const county = demoStreet.slice(0, 6);

/** A typhoon, written at the county and handed in: it waits for a second person. */
export async function handIn(stage: Stage): Promise<void> {
  const { noticeDrafts, store } = stage.app.ports;
  const { id: authorId } = await store.people.of({ provider: 'demo', subject: 'county-officer' });
  const to = noticeContent({ include: [county], except: [demoBuilding(8, 12)] });
  const words = {
    zh: ['台风明早到，先收花盆', '阵风 10 级。', '住低处的，今晚先到青石路 2 号街道体育馆。'],
    en: [
      'Typhoon tomorrow: take in flower pots',
      'Gusts of force 10.',
      'On low ground? Go to 2 Qingshi Road.',
    ],
  } as const;
  const info = (['zh', 'en'] as const).map((language) => {
    const [headline, description, instruction] = words[language];
    return { language, headline, description, instruction };
  });
  const content: Content = {
    ...to,
    severity: 'Severe',
    category: 'Met',
    expiresAt: inHours(stage, 20),
    info,
  };
  const { id, version } = await noticeDrafts.add({ authorId, node: county, content });
  await noticeDrafts.change(id, version, { state: 'awaiting' });
}

/** Asks for an answer, and says who comes where there is none. */
export const hangAsking = (stage: Stage, more: Partial<Hung> = {}): Promise<PublishedNotice> =>
  hang(stage, {
    include: [demoBuilding(7, 5)],
    severity: 'Moderate',
    acknowledge: true,
    knockAt: inHours(stage, 2),
    expiresAt: inHours(stage, 8),
    zh: ['今晚换燃气管，18:00 前回个话', '家里有人才能换。没人在家，也回一下。'],
    en: [
      'Gas pipes tonight: please answer by 18:00',
      'Somebody has to be at home. If nobody is, say so too.',
    ],
    ...more,
  });
