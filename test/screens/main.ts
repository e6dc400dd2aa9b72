import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { demoCommunity } from '../../src/backend/demo/places';
import { crowd, reaches } from '../e2e/support/crowd';
import { neighboursDocument } from '../e2e/support/documents';
import { publish, sceneOf, standAtTheGate } from '../e2e/support/gate';
import { chooseBuildings, fromWaterCut, lookAtIt, openSent } from '../e2e/support/notices';
import { handIn, hang, hangAsking, hangBoard, inHours } from '../e2e/support/hung';
import { setStage, type Stage } from '../e2e/support/stage';
import { posterOf, publishAbout, scan } from '../e2e/support/venues';
import { endOurBrowser } from '../support/browser';

/** `npm run screens [-- name…]`: every screen, or those named, at 375×812 in both languages, into docs/screens, reduced. */
const folder = join(__dirname, '../../docs/screens');
type Language = 'zh' | 'en';

interface Screen {
  name: string;
  as?: string;
  path: string;
  dark?: boolean;
  /** Looked at without a network. */
  offline?: boolean;
  /** Of the window, where it is not a phone's. */
  size?: { width: number; height: number };
  prepare?(page: Page, stage: Stage): Promise<void>;
}

/** The first of those drafts that are mine (1) or wait for me (2). */
const draftsOf =
  (part: 1 | 2) =>
  async (page: Page, stage: Stage): Promise<void> => {
    await handIn(stage);
    await page.reload();
    await page.getByRole('tab').nth(part).click();
    await visible(page, /台风|Typhoon/).waitFor();
  };

/** A guard's phone at its post; `change` and `age`: of the code it is shown there, if any. */
const atTheGate =
  (change?: { colour?: 'red' }, age = 0) =>
  async (page: Page): Promise<void> => {
    await publish(page);
    await page.reload();
    await standAtTheGate(page);
    const { code, handScan } = sceneOf(page);
    if (!change) return;
    await handScan(code(change, age));
    await page.locator('.gate-page').waitFor();
  };

/** As it is once the emergency is over and what it brought is deleted. */
async function withoutEmergency(page: Page): Promise<void> {
  const at = (hour: number): string => new Date(Date.UTC(2026, 0, 14, hour, 20)).toISOString();
  const last = {
    id: '00000000-0000-4000-8000-000000000001',
    county: '330106',
    state: 'deleted',
    level: 'II',
    legalBasis: { zh: '西湖区应急指〔2026〕0 号', en: 'Xihu district notice 2026/0' },
    gateKinds: ['estate'],
    openedAt: at(1),
    endsAt: at(16),
    endedAt: at(16),
    renewals: [],
    record: { deletedAt: at(19), counts: { declarations: 1204, codes: 96_310 } },
  };
  await page.route('**/v1/emergencies', (route) => route.fulfill({ json: { last } }));
  await page.reload();
  await page.locator('.no-code').waitFor();
}

const visible = (page: Page, text: RegExp) => page.getByText(text).filter({ visible: true }).first();

/** A close contact of the neighbour. */
async function enterContact(page: Page): Promise<void> {
  const write = (at: number, words: string) => page.getByRole('textbox').nth(at).fill(words);
  await write(0, neighboursDocument.name);
  await write(1, neighboursDocument.number);
  await page.locator('.foot .button').click();
  await page
    .getByRole('radio', { name: /^(密切接触|Close contact)$/ })
    .first()
    .click();
  await page.getByRole('radio', { name: /^(今天|Today)$/ }).click();
  await write(0, '西湖区疾控中心');
  await write(1, 'District disease control centre');
  await write(2, '流调名单第 3 份');
}

async function sendContact(page: Page): Promise<void> {
  await enterContact(page);
  await page.locator('.foot .button').click();
  await page.getByText(/陈\*明/).waitFor();
}

const openFirst = (page: Page): Promise<void> =>
  page.getByRole('link').filter({ visible: true }).first().click();

/** Somebody without a phone, seen with their passport. */
async function confirmOnPaper(page: Page): Promise<void> {
  await page.getByRole('link').filter({ visible: true }).last().click();
  await page.getByRole('textbox').first().fill('孙玉珍');
  await page.getByRole('textbox').nth(1).fill('E12345678');
  await page.getByRole('button').filter({ visible: true }).last().click();
  await page.getByText(/孙\*珍/).waitFor();
}

async function visitMarket(page: Page, stage: Stage): Promise<void> {
  await page.locator('.foot .button').click();
  await scan(page, await posterOf(stage, '桂语菜场'));
  await publishAbout(stage, '桂语菜场');
  await page.reload();
  await page.locator('.venue-match').waitFor();
}

/** A fever, as one fills it in. */
async function sayFever(page: Page): Promise<void> {
  await page.getByRole('checkbox').first().click();
  await page.getByRole('textbox').first().fill('38.2');
  await page
    .getByRole('radio', { name: /^(昨天|Yesterday)$/ })
    .first()
    .click();
  await page.getByRole('radio', { name: /^(没有|No)$/ }).click();
  await page.locator('.does .icon').first().waitFor();
}

async function haveFever(page: Page): Promise<void> {
  await sayFever(page);
  await page.locator('.foot .button').last().click();
  await page.locator('.reason-head').waitFor();
}

let hung: Stage | undefined;
/** Hangs what was drawn, once in each product. */
async function board(page: Page, stage: Stage): Promise<void> {
  if (hung !== stage) await hangBoard(stage);
  hung = stage;
  await visible(page, /寒潮|Cold wave/).waitFor();
}

const screens: Screen[] = [
  { name: 'personas', path: 'pages/code/index' },
  { name: 'code', as: 'resident', path: 'pages/code/index' },
  {
    name: 'code-family',
    as: 'resident',
    path: 'pages/code/index',
    prepare: async (page) => {
      await page.getByRole('radio').nth(2).click();
      await page.getByText('李*珍', { exact: true }).waitFor();
    },
  },
  { name: 'code-none', as: 'resident', path: 'pages/code/index', prepare: withoutEmergency },
  { name: 'emergency-record', as: 'resident', path: 'packages/settings/emergency/index' },
  { name: 'desk-emergency', as: 'county-officer', path: 'packages/desk/emergency/index' },
  {
    name: 'code-elder-offline',
    as: 'neighbour',
    offline: true,
    path: 'pages/me/index',
    prepare: async (page) => {
      await page.getByRole('switch').click();
      await page.context().setOffline(true);
      await page.getByRole('tab').first().click();
      await page.locator('.qr').first().waitFor();
    },
  },
  { name: 'desk-appeals', as: 'officer', path: 'packages/desk/appeals/index' },
  { name: 'desk-roster', as: 'officer', path: 'packages/desk/roster/index' },
  { name: 'family', as: 'resident', path: 'packages/family/home/index' },
  {
    name: 'family-child',
    as: 'resident',
    path: 'packages/family/child/index',
    prepare: (page) => page.getByRole('textbox').nth(2).fill('2018-06-21'),
  },
  {
    name: 'family-ask',
    as: 'resident',
    path: 'packages/family/ask/index?kind=helper',
    prepare: async (page) => {
      await page.getByRole('textbox').fill('爸爸');
      await page.getByRole('button').filter({ visible: true }).last().click();
      await page.locator('.letters').waitFor();
    },
  },
  { name: 'family-agree', as: 'resident', path: 'packages/family/agree/index' },
  { name: 'confirm-me', as: 'outsider', path: 'packages/family/confirm/index' },
  { name: 'phones', as: 'resident', path: 'packages/settings/phones/index' },
  {
    name: 'my-data',
    as: 'resident',
    path: 'packages/settings/my-data/index',
    prepare: async (page) => {
      await page.locator('.weui-cell_active').filter({ visible: true }).first().click();
      await page.locator('.held').first().waitFor();
    },
  },
  { name: 'closing', as: 'resident', path: 'packages/settings/closing/index' },
  { name: 'complaints', as: 'resident', path: 'packages/settings/complaints/index' },
  { name: 'desk-complaints', as: 'county-officer', path: 'packages/desk/complaints/index' },
  { name: 'declare', as: 'neighbour', path: 'packages/health/declare/index', prepare: sayFever },
  { name: 'rules', as: 'resident', path: 'packages/health/rules/index' },
  { name: 'risk-map', as: 'resident', path: 'packages/health/map/index' },
  { name: 'risk-map-dark', as: 'resident', path: 'packages/health/map/index', dark: true },
  { name: 'risk-map-tiles', path: 'packages/health/map/index?under=330106' },
  { name: 'desk-levels', as: 'officer', path: 'packages/desk/levels/index' },
  { name: 'desk-figures', as: 'officer', path: 'packages/desk/figures/index' },
  { name: 'desk-away', as: 'worker', path: 'packages/desk/away/index' },
  { name: 'community', as: 'resident', path: 'packages/request/community/index' },
  { name: 'code-reason', as: 'neighbour', path: 'packages/health/declare/index', prepare: haveFever },
  {
    name: 'code-yellow',
    as: 'neighbour',
    path: 'packages/health/reason/index',
    prepare: async (page) => {
      await page.evaluate(() => (location.hash = '#/pages/code/index'));
      await page.locator('.code-page.yellow .qr').first().waitFor();
    },
  },
  { name: 'services', as: 'resident', path: 'pages/services/index' },
  { name: 'worker', as: 'resident', path: 'packages/request/worker/index' },
  { name: 'call-me', as: 'resident', path: 'packages/request/form/index?category=call-me' },
  { name: 'look-in', as: 'resident', path: 'packages/request/form/index?category=look-in' },
  { name: 'choose', as: 'resident', path: 'packages/request/choose/index?group=stairs' },
  {
    name: 'search',
    as: 'resident',
    path: 'packages/request/search/index',
    prepare: (page) => page.getByRole('textbox').fill('dian'),
  },
  {
    name: 'request-form',
    as: 'resident',
    path: 'packages/request/form/index?category=stairs-clutter',
    async prepare(page) {
      await page.getByRole('radio').nth(1).click();
      await page.getByRole('checkbox').nth(0).click();
      await page.getByRole('checkbox').nth(1).click();
      await page.getByRole('radio').nth(5).click();
    },
  },
  { name: 'referral', as: 'resident', path: 'packages/request/referral/index?category=water-cut' },
  { name: 'council', as: 'resident', path: 'packages/request/referral/index?category=residents-council' },
  { name: 'council-card', as: 'neighbour', path: 'packages/request/card/index' },
  {
    name: 'request-timeline',
    as: 'resident',
    path: 'packages/request/mine/index',
    prepare: async (page) => {
      await page.getByRole('link').nth(2).click();
      await page.locator('.step').first().waitFor();
    },
  },
  {
    name: 'visit',
    as: 'resident',
    path: 'packages/request/mine/index',
    prepare: async (page) => {
      await page
        .getByRole('link', { name: /上门帮忙|Help at home/ })
        .first()
        .click();
      await page.locator('.slots').first().waitFor();
    },
  },
  {
    name: 'complaint-handling',
    as: 'resident',
    path: 'packages/request/mine/index',
    prepare: async (page) => {
      await page.getByRole('link').nth(2).click();
      await page.getByRole('button', { name: /投诉办理情况|Complain about/ }).click();
      await page.getByRole('textbox').first().waitFor();
    },
  },
  { name: 'notices', as: 'resident', path: 'pages/notices/index', prepare: board },
  { name: 'notices-dark', as: 'resident', path: 'pages/notices/index', dark: true, prepare: board },
  {
    name: 'notices-elder',
    as: 'resident',
    path: 'pages/me/index',
    async prepare(page, stage) {
      await page.getByRole('switch').click();
      await page.getByRole('tab').nth(2).click();
      await board(page, stage);
    },
  },
  {
    name: 'notice-search',
    as: 'resident',
    path: 'packages/notice/search/index',
    async prepare(page) {
      await page.getByRole('textbox').fill('tingshui');
      await page.locator('.notice').first().waitFor();
    },
  },
  { name: 'notice-settings', as: 'resident', path: 'packages/notice/settings/index' },
  {
    name: 'notice-asking',
    as: 'resident',
    path: 'pages/notices/index',
    async prepare(page, stage) {
      await hangAsking(stage);
      await visible(page, /燃气|Gas pipes/).click();
      await page.locator('.known').waitFor();
    },
  },
  {
    name: 'notice-cancelled',
    as: 'resident',
    path: 'pages/notices/index',
    async prepare(page, stage) {
      await board(page, stage);
      await visible(page, /停电检修|Power off/).click();
      await page.getByRole('button', { name: /改之前|What was before/ }).click();
    },
  },
  {
    name: 'desk-unanswered',
    as: 'worker',
    path: 'packages/desk/unanswered/index',
    async prepare(page, stage) {
      const { store, noticeReaders } = stage.app.ports;
      const { id } = await store.people.of({ provider: 'demo', subject: 'resident' });
      await noticeReaders.change(id, { door: '2 单元 402' });
      await hangAsking(stage, { knockAt: inHours(stage, -1) });
      await page.reload();
      await page.getByText('2 单元 402').waitFor();
    },
  },
  {
    name: 'notice-detail',
    as: 'neighbour',
    path: 'pages/notices/index',
    prepare: async (page) => {
      await visible(page, /70/).click();
      await page.locator('.headline').first().waitFor();
    },
  },
  { name: 'me', as: 'resident', path: 'pages/me/index' },
  {
    name: 'services-elder',
    as: 'neighbour',
    path: 'pages/me/index',
    prepare: async (page) => {
      await page.getByRole('switch').click();
      await page.getByRole('tab').nth(1).click();
      await page.locator('.needs').first().waitFor();
    },
  },
  {
    name: 'home-first-minute',
    as: 'resident',
    path: 'packages/welcome/home',
    prepare: async (page) => {
      await page.locator('.map-label').nth(6).click();
    },
  },
  { name: 'privacy', as: 'outsider', path: 'packages/welcome/index' },
  { name: 'desk', as: 'worker', path: 'packages/desk/queue/index' },
  {
    name: 'desk-wide',
    as: 'worker',
    path: 'packages/desk/queue/index',
    size: { width: 1280, height: 800 },
  },
  {
    name: 'desk-batch',
    as: 'worker',
    path: 'packages/desk/queue/index',
    prepare: async (page) => {
      await page.getByRole('button', { name: /选几件一起回|Choose several/ }).click();
      await page.getByRole('checkbox').first().click();
      await page.getByRole('checkbox').nth(1).click();
    },
  },
  {
    name: 'desk-confirm',
    as: 'worker',
    path: 'packages/desk/confirm/index',
    prepare: async (page) => {
      await page.getByRole('textbox').fill('7K2M-9QXR-4TZA-0B8N');
      await page.getByRole('button').filter({ visible: true }).nth(1).click();
      await page.getByRole('textbox').nth(1).waitFor();
    },
  },
  {
    name: 'desk-confirmed',
    as: 'worker',
    path: 'packages/desk/confirm/index',
    prepare: confirmOnPaper,
  },
  {
    name: 'desk-paper',
    as: 'worker',
    path: 'packages/desk/confirm/index',
    prepare: async (page) => {
      await confirmOnPaper(page);
      await page
        .getByRole('button')
        .filter({ visible: true, hasText: /打印|Print/ })
        .first()
        .click();
      await page
        .getByRole('button')
        .filter({ visible: true, hasText: /出一张|Make one/ })
        .first()
        .click();
      await page.locator('.sheet').waitFor();
    },
  },
  {
    name: 'venue',
    as: 'resident',
    path: 'packages/venue/index',
    prepare: visitMarket,
  },
  { name: 'venues', as: 'officer', path: 'packages/desk/venues/index' },
  {
    name: 'venue-poster',
    as: 'officer',
    path: 'packages/desk/venues/index',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /桂语菜场/ })
        .first()
        .click();
      await page.locator('.sheet').waitFor();
    },
  },
  { name: 'desk-lost', as: 'worker', path: 'packages/desk/lost/index' },
  { name: 'desk-fact', as: 'officer', path: 'packages/desk/fact/index', prepare: enterContact },
  { name: 'desk-fact-waits', as: 'officer', path: 'packages/desk/fact/index', prepare: sendContact },
  { name: 'desk-proposals', as: 'officer-2', path: 'packages/desk/proposals/index', prepare: openFirst },
  { name: 'desk-gates', as: 'officer', path: 'packages/desk/gates/index' },
  {
    name: 'exposure-publish',
    as: 'officer',
    path: 'packages/desk/venues/index',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /桂语菜场/ })
        .nth(1)
        .click();
      await page.locator('.times').waitFor();
    },
  },
  {
    name: 'notice-compose',
    as: 'officer',
    path: 'packages/notice/publish/index',
    prepare: fromWaterCut,
  },
  {
    name: 'notice-whom',
    as: 'officer',
    path: 'packages/notice/publish/index',
    prepare: async (page) => {
      await fromWaterCut(page);
      await chooseBuildings(page);
    },
  },
  {
    name: 'notice-publish',
    as: 'officer',
    path: 'packages/notice/publish/index',
    prepare: async (page) => {
      await fromWaterCut(page);
      await chooseBuildings(page);
      await lookAtIt(page);
    },
  },
  {
    name: 'notice-policy',
    as: 'officer',
    path: 'packages/notice/publish/index',
    prepare: (page) => page.getByRole('radio', { name: /^(讲政策|A policy explained)$/ }).click(),
  },
  {
    name: 'notices-drafts',
    as: 'county-officer',
    path: 'packages/notice/sent/index',
    prepare: draftsOf(1),
  },
  {
    name: 'notice-approve',
    as: 'county-officer-2',
    path: 'packages/notice/sent/index',
    async prepare(page, stage) {
      await draftsOf(2)(page, stage);
      await visible(page, /台风|Typhoon/).click();
      await page.locator('.to-whom').waitFor();
    },
  },
  { name: 'notices-sent', as: 'officer', path: 'packages/notice/sent/index' },
  {
    name: 'notice-sent',
    as: 'officer',
    path: 'packages/notice/sent/index',
    prepare: openSent,
  },
  {
    name: 'notice-print',
    as: 'officer',
    path: 'packages/notice/sent/index',
    prepare: async (page) => {
      await openSent(page);
      await page
        .getByRole('link', { name: /^(打印张贴|Print)$/ })
        .filter({ visible: true })
        .click();
      await page.locator('.sheet-qr').waitFor();
    },
  },
  {
    name: 'checkpoint',
    as: 'checkpoint',
    path: 'packages/checkpoint/duty/index',
    prepare: atTheGate(),
  },
  {
    name: 'checkpoint-pass',
    as: 'checkpoint',
    path: 'packages/checkpoint/duty/index',
    prepare: atTheGate({}),
  },
  {
    name: 'checkpoint-ask',
    as: 'checkpoint',
    path: 'packages/checkpoint/duty/index',
    prepare: atTheGate({}, 240_000),
  },
  {
    name: 'checkpoint-stop',
    as: 'checkpoint',
    path: 'packages/checkpoint/duty/index',
    prepare: atTheGate({ colour: 'red' }),
  },
  // The last: it fills the county with people, and hangs a notice for them.
  {
    name: 'notice-counts',
    as: 'county-officer',
    path: 'packages/notice/sent/index',
    prepare: async (page, stage) => {
      const [street] = await stage.app.ports.directory.children('330106');
      const communities = await stage.app.ports.directory.children(street?.code ?? '');
      const notice = await hang(stage, {
        include: ['330106'],
        node: '330106',
        acknowledge: true,
        zh: ['全区周六试鸣防空警报'],
        en: ['Sirens are tested on Saturday'],
      });
      for (const [at, { code }] of [{ code: demoCommunity }, ...communities].slice(0, 5).entries())
        await reaches(stage, notice, await crowd(stage, code, [90, 64, 47, 3, 28][at] ?? 0));
      await page.reload();
      await page
        .getByRole('link', { name: /试鸣防空警报|Sirens/ })
        .filter({ visible: true })
        .click();
      await page
        .getByRole('link', { name: new RegExp(street?.name ?? '') })
        .filter({ visible: true })
        .click();
      await visible(page, /^(按社区|By community)$/).waitFor();
    },
  },
  // Last: it fills everybody's list.
  {
    name: 'notices-older',
    as: 'resident',
    path: 'pages/notices/index',
    async prepare(page, stage) {
      for (let nth = 1; nth <= 52; nth += 1)
        await hang(stage, {
          include: [demoCommunity],
          zh: [`第 ${nth} 次楼道灯检查`],
          en: [`Stairway lights, check ${nth}`],
        });
      const older = page.getByRole('button', { name: /^(更早的通知|Older notices)$/ });
      await older.scrollIntoViewIfNeeded();
    },
  },
];

/** A matter under way, so that desk and timeline have something to show. */
async function fileOne(stage: Stage): Promise<void> {
  const call = async (
    token: string,
    path: string,
    body: unknown,
    key: string,
  ): Promise<{ id: string; version: number; token: string }> => {
    const answer = await fetch(stage.address + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { id: string; version: number; token: string };
  };
  const resident = await call('', '/v1/sessions', { provider: 'demo', code: 'resident' }, 'sign-in-1');
  const worker = await call('', '/v1/sessions', { provider: 'demo', code: 'worker' }, 'sign-in-2');
  const answers = { where: 'corridor', what: ['boxes'], passable: 'sideways' };
  const place = { note: '5 幢 2 单元 3 楼' };
  const file = (words: string, key: string) =>
    call(resident.token, '/v1/service-requests', { category: 'stairs-clutter', answers, words, place }, key);
  const request = await file('纸箱占了过道，走路要侧身', 'screens-filing-1');
  await file('又堆了一辆旧自行车', 'screens-filing-2');
  const step = (event: string, version: number, words?: string) =>
    call(
      worker.token,
      `/v1/service-requests/${request.id}/events`,
      { event, version, ...(words ? { words } : {}) },
      `screens-${event}`,
    );
  const accepted = await step('accept', request.version);
  await step('reply', accepted.version, '跟住户说好了，明天上午一起搬。');
  const visit = await call(
    resident.token,
    '/v1/service-requests',
    {
      category: 'home-help',
      answers: { help: 'fit', when: ['any'] },
      words: '浴室装扶手',
      place: { grid: '330106099001007', note: '402' },
    },
    'screens-filing-3',
  );
  const taken = { event: 'accept', version: visit.version };
  await call(worker.token, `/v1/service-requests/${visit.id}/events`, taken, 'screens-taken');
}

async function shoot(stage: Stage, screen: Screen, language: Language): Promise<void> {
  const { name, as, path, dark = false, offline = false, size } = screen;
  const page = await stage.open(as, {
    path,
    language,
    dark,
    offline,
    ...(size ? { before: (opened: Page) => opened.setViewportSize(size) } : {}),
  });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  await screen.prepare?.(page, stage);
  await page.waitForTimeout(600);
  const file = join(folder, `${name}-${language}.png`);
  await sharp(await page.screenshot())
    .resize({ width: size?.width ?? 375 })
    .png({ palette: true, colours: 64 })
    .toFile(file);
  console.log(`${name}-${language}.png`);
  await page.context().close();
}

const named = process.argv.slice(2);
const wanted = ({ name }: Screen): boolean => named.length === 0 || named.includes(name);

/** A product of its own for each language: what one has declared in the first is not to be declared again. */
async function shootAll(language: Language): Promise<void> {
  const stage = await setStage();
  try {
    await fileOne(stage);
    for (const screen of screens) if (wanted(screen)) await shoot(stage, screen, language);
  } finally {
    await stage.close();
  }
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const language of ['zh', 'en'] as const) await shootAll(language);
  await endOurBrowser();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
