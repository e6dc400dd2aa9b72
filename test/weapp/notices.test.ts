import type { FamilyMember, Notice } from '@contract/api';
import { startApp, stopApps } from './support/app';
import type { OpenPage } from './support/page';
import { type Answers, backend, me, notice, signedIn } from './support/resident';

afterEach(stopApps);

const minute = 60_000;
const at = (offset: number): string => new Date(Date.now() + offset).toISOString();
const mother = '00000000-0000-4000-8000-0000000000e1';
const family = (): { members: FamilyMember[]; helpers: [] } => ({
  members: [
    {
      id: '00000000-0000-4000-8000-0000000000e2',
      personId: mother,
      kind: 'helper',
      calledAs: '妈妈',
      maskedName: '李*珍',
      confirmed: true,
      may: ['read'],
      state: 'active',
      endsOn: null,
    },
  ],
  helpers: [],
});

/** A phone whose list holds these. */
const phone = (
  notices: () => Notice[],
  own: Answers = {},
  more: { storage?: Map<string, unknown>; written?: Map<string, Buffer> } = {},
) =>
  startApp({
    ...more,
    storage: more.storage ?? signedIn(),
    answer: backend({
      'GET /v1/family': family,
      'GET /v1/notices': () => ({ notices: notices(), more: false, unread: notices().length, cursor: 9 }),
      'GET /v1/notices/:id': ({ path }) => notices().find(({ id }) => path.endsWith(id)) as Notice,
      ...own,
    }),
  });

const policy = (): Notice => ({
  ...notice(),
  info: [{ language: 'zh', headline: '70 岁以上老人，免费打流感疫苗', description: '带身份证就行' }],
  policy: {
    who: { words: { zh: '1956 年底以前出生', en: '' }, bornUntil: '1956-12-31' },
    bring: { zh: '身份证', en: '' },
    until: '2099-12-31',
    where: { zh: '社区卫生服务中心\n1 楼', en: '' },
    service: 'papers-for-me',
  },
});

test('a policy: its facts, who of the family it fits by what this phone alone knows, and one tap to the form', async () => {
  const app = await phone(() => [policy()]);
  const page = await app.openPage('packages/notice/detail/index', { id: notice().id });
  for (const text of ['1956 年底以前出生', '身份证', '2099 年 12 月 31 日截止', '社区卫生服务中心', '1 楼'])
    await page.waitFor(text);
  await page.waitFor('看看你和家人符不符合');
  await page.tap('看看你和家人符不符合');
  await page.waitFor('妈妈 李*珍的出生年月');
  await page.type('妈妈 李*珍的出生年月', '1951-03');
  await page.type('我的出生年月', '1980.1');
  await page.tap('存在这台手机上');
  await page.waitFor('妈妈 李*珍 年龄符合');
  expect(app.storage.get('self/births')).toEqual({ [mother]: '1951-03', [me().id]: '1980-01' });
  expect(JSON.stringify(app.requests)).not.toMatch(/1951|1980/);
  await page.tap('请网格员：帮我代办');
  expect(app.went.at(-1)).toContain('packages/request/form/index?category=papers-for-me');
});

test('I know, and my mother too, without a network: kept through a restart, sent once there is one', async () => {
  const asking = { ...notice(), acknowledge: true, knockAt: at(60 * minute), expiresAt: at(600 * minute) };
  const sent: string[] = [];
  const own: Answers = {
    'PUT /v1/notices/:id/acknowledgements/:personId': ({ path }) =>
      void sent.push(path.split('/').at(-1) ?? ''),
  };
  const first = await phone(() => [asking], own);
  const page = await first.openPage('packages/notice/detail/index', { id: asking.id });
  await page.waitFor('前没回复的，网格员可能上门');
  await page.waitFor('妈妈 李*珍也知道了');
  first.setOnline(false);
  await page.tap('妈妈 李*珍也知道了');
  await page.tap('我已知晓');
  await page.waitFor('你已知晓');
  await page.waitFor('有网了就发出去');
  expect(sent).toEqual([]);
  first.stop();

  const second = await phone(() => [asking], own, { storage: first.storage });
  await second.until(() => sent.length === 2);
  expect([...sent].sort()).toEqual([me().id, mother].sort());
  await second.until(() => (second.storage.get('self/notice-acts') as unknown[]).length === 0);
});

test('what is extreme stands above every tab; cancelled, nowhere, and its card is struck through', async () => {
  const storm: Notice = {
    ...notice(),
    severity: 'Extreme',
    read: true,
    info: [{ language: 'zh', headline: '台风今晚登陆', description: '别出门' }],
  };
  let said = storm;
  const app = await phone(() => [said]);
  for (const tab of ['code', 'services', 'me']) {
    const page = await app.openPage(`pages/${tab}/index`);
    await page.waitFor('台风今晚登陆');
    expect(page.text()).toContain('特急');
  }
  said = { ...storm, msgType: 'Cancel', version: 2 };
  app.hide();
  app.show();
  const list = await app.openPage('pages/notices/index');
  await list.waitFor('已取消');
  const services = await app.openPage('pages/services/index');
  await services.waitFor('有危险先打');
  await app.until(() => !services.text().includes('台风今晚登陆'));
});

test('for which buildings, from which place, what was updated; a search by sound without a network', async () => {
  const notices = (): Notice[] => [
    {
      ...notice(),
      msgType: 'Update',
      version: 2,
      maybe: true,
      followed: '妈妈家',
      parts: ['3', '4', '5'].map((number) => ({
        node: `33010609900100700${number}`,
        name: `桂语苑 ${number} 幢`,
      })),
    },
  ];
  const app = await phone(notices, {
    'GET /v1/notices/:id/versions': () => ({
      versions: [
        {
          version: 1,
          msgType: 'Alert',
          severity: 'Moderate',
          info: [{ language: 'zh', headline: '今天停水', description: '' }],
          author: notice().author,
          sentAt: at(-60 * minute),
          expiresAt: null,
        },
      ],
    }),
  });
  const list = await app.openPage('pages/notices/index');
  for (const text of ['3、4、5 幢', '妈妈家', '已更新']) await list.waitFor(text);
  const detail = await app.openPage('packages/notice/detail/index', { id: notice().id });
  for (const text of ['桂语苑 3、4、5 幢', '你关注的“妈妈家”']) await detail.waitFor(text);
  await detail.tap('改之前怎么写的');
  await detail.waitFor('今天停水');
  app.setOnline(false);
  const search = await app.openPage('packages/notice/search/index');
  // All there is on this phone, before a word is typed.
  await search.waitFor('明天 9:00–16:00 停水');
  await search.type('一个词、拼音都行', 'mtts');
  await search.waitFor('明天 9:00–16:00 停水');
  await search.type('一个词、拼音都行', '停电');
  await search.waitFor('没有说到“停电”的通知');
});

test('files of an opened notice lie on the phone as files, open without a network, and go when it is over', async () => {
  const [small = '', large = '', third = ''] = ['a1', 'a2', 'a3'].map(
    (end) => `00000000-0000-4000-8000-0000000000${end}`,
  );
  const file = (id: string, name: string, bytes: number) => ({
    id,
    name,
    type: 'application/pdf' as const,
    bytes,
  });
  let hung = [
    { ...notice(), attachments: [file(small, '须知.pdf', 1_500_000), file(large, '图纸.pdf', 4_800_000)] },
  ] as Notice[];
  const written = new Map<string, Buffer>();
  const own: Answers = { 'GET /v1/files/:id': () => new TextEncoder().encode('%PDF-1.7').slice().buffer };
  const first = await phone(() => hung, own, { written });
  const page = await first.openPage('packages/notice/detail/index', { id: notice().id });
  await page.waitFor('须知.pdf');
  await first.until(() => written.size > 0);
  expect([...written]).toEqual([[`http://usr/attachment-${small}.pdf`, Buffer.from('%PDF-1.7')]]);
  // What is large costs data: it is fetched when it is asked for, and kept from then on.
  await page.tap('图纸.pdf');
  await first.until(() => written.size > 1);
  await first.until(() => JSON.stringify(first.storage.get('self/copies') ?? '').includes('图纸.pdf'));

  first.stop();
  const later = await phone(() => hung, own, { storage: first.storage, written });
  later.setOnline(false);
  const again = await later.openPage('packages/notice/detail/index', { id: notice().id });
  for (const name of ['须知.pdf', '图纸.pdf']) {
    await again.waitFor(name);
    await again.tap(name);
  }
  const opened = () => (later.calls.get('openDocument') ?? []) as { filePath: string }[];
  await later.until(() => opened().length > 1);
  expect(opened().map(({ filePath }) => filePath)).toEqual([
    `http://usr/attachment-${small}.pdf`,
    `http://usr/attachment-${large}.pdf`,
  ]);

  later.stop();
  const other = {
    ...notice(),
    id: '00000000-0000-4000-8000-0000000000bb',
    attachments: [file(third, '通知.pdf', 9)],
  } as Notice;
  hung = [other];
  const after = await phone(() => hung, own, { storage: later.storage, written });
  await after.openPage('packages/notice/detail/index', { id: other.id });
  await after.until(() => [...written.keys()].join() === `http://usr/attachment-${third}.pdf`);
});

describe('older ones than come at once', () => {
  /** As many as these, newest last; as the server pages them. */
  const hung = (count: number): Notice[] =>
    Array.from({ length: count }, (_, before) => before + 1).map((nth) => ({
      ...notice(),
      id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
      cursor: nth,
      pinyin: `di${nth}tiao`,
      info: [{ language: 'zh' as const, headline: `第 ${nth} 条`, description: '' }],
      // In one moment, as a list of one's own template may be: only the numbers tell which comes first.
      sentAt: at(0),
    }));
  const paged =
    (all: () => readonly Notice[]): Answers['GET /v1/notices'] =>
    ({ query }) => {
      const below = all().filter(({ cursor }) => cursor < Number(query['before'] ?? Infinity));
      const notices = below.reverse().slice(0, 50);
      return { notices, more: below.length > 50, unread: all().length, cursor: all().length };
    };
  const headlines = (page: OpenPage): number[] =>
    [...page.text().matchAll(/第 (\d+) 条/g)].map(([, nth]) => Number(nth));
  const downFrom = (count: number, to = 1): number[] =>
    Array.from({ length: count - to + 1 }, (_, nth) => count - nth);

  test('come by a tap, page by page, and are asked for again where they did not come', async () => {
    let failing = false;
    const answers = backend({ 'GET /v1/notices': paged(() => hung(120)) });
    const app = await startApp({
      storage: signedIn(),
      answer: (asked) => (failing && asked.query['before'] ? { status: 400 } : answers(asked)),
    });
    const list = await app.openPage('pages/notices/index');
    await list.waitFor('第 71 条');
    expect(headlines(list)).toEqual(downFrom(120, 71));
    await list.tap('更早的通知');
    await list.waitFor('第 21 条');
    failing = true;
    await list.tap('更早的通知');
    await list.waitFor('没读出来');
    expect(headlines(list)).toEqual(downFrom(120, 21));
    failing = false;
    await list.tap('再试一次');
    await list.waitFor('没有更早的了');
    expect(headlines(list)).toEqual(downFrom(120));
    expect(list.text()).not.toContain('更早的通知');
  });

  test('none is lost when new ones come and push others down; what was opened counts no more', async () => {
    let count = 60;
    const app = await startApp({
      storage: signedIn(),
      answer: backend({ 'GET /v1/notices': paged(() => hung(count)) }),
    });
    const list = await app.openPage('pages/notices/index');
    await list.waitFor('未读 60');
    await list.tap('更早的通知');
    await list.waitFor('第 1 条');
    count = 63;
    app.hide();
    app.show();
    await app.until(() => headlines(list).length === 63);
    expect(headlines(list)).toEqual(downFrom(63));
    await list.waitFor('未读 63');
    app.setOnline(false);
    const detail = await app.openPage('packages/notice/detail/index', { id: hung(1)[0]?.id ?? '' });
    await detail.waitFor('第 1 条');
    await list.waitFor('未读 62');
  });

  test('are there from cold without a network, and found by their sound; what is further down waits for one', async () => {
    const storage = signedIn();
    const answer = backend({ 'GET /v1/notices': paged(() => hung(120)) });
    const first = await startApp({ storage, answer });
    const read = await first.openPage('pages/notices/index');
    await read.waitFor('第 71 条');
    await read.tap('更早的通知');
    await first.until(() => JSON.stringify(storage.get('self/copies') ?? '').includes('第 21 条'));
    first.stop();

    const second = await startApp({ storage, answer, online: false });
    const list = await second.openPage('pages/notices/index');
    await list.waitFor('更早的，有网了再看');
    expect(headlines(list)).toEqual(downFrom(120, 21));
    const search = await second.openPage('packages/notice/search/index');
    await search.waitFor('第 120 条');
    await search.type('一个词、拼音都行', 'di21tiao');
    await second.until(() => headlines(search).length === 1);
    expect(headlines(search)).toEqual([21]);
    second.setOnline(true);
    await list.waitFor('更早的通知');
    // At once, while everything is read anew.
    await list.tap('更早的通知');
    await list.waitFor('没有更早的了');
    expect(headlines(list)).toEqual(downFrom(120));
  });
});
