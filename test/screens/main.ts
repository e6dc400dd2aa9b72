import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { setStage, type Stage } from '../e2e/support/stage';

/** `npm run screens`: every screen at 375×812 in both languages, into docs/screens, reduced. */
const folder = join(__dirname, '../../docs/screens');
type Language = 'zh' | 'en';

interface Screen {
  name: string;
  as?: string;
  path: string;
  dark?: boolean;
  prepare?(page: Page): Promise<void>;
}

const visible = (page: Page, text: RegExp) => page.getByText(text).filter({ visible: true }).first();

const screens: Screen[] = [
  { name: 'personas', path: 'pages/code/index' },
  { name: 'code', as: 'resident', path: 'pages/code/index' },
  { name: 'services', as: 'resident', path: 'pages/services/index' },
  { name: 'choose', as: 'resident', path: 'packages/request/choose/index?group=stairs' },
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
  {
    name: 'request-timeline',
    as: 'resident',
    path: 'packages/request/mine/index',
    prepare: async (page) => {
      await page.getByRole('link').nth(1).click();
      await page.locator('.step').first().waitFor();
    },
  },
  { name: 'notices', as: 'resident', path: 'pages/notices/index' },
  { name: 'notices-dark', as: 'resident', path: 'pages/notices/index', dark: true },
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
  { name: 'notice-publish', as: 'officer', path: 'packages/notice/publish/index' },
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
}

async function shoot(stage: Stage, screen: Screen, language: Language): Promise<void> {
  const { name, as, path, dark = false } = screen;
  const page = await stage.open(as, { path, language, dark });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  await screen.prepare?.(page);
  await page.waitForTimeout(600);
  const file = join(folder, `${name}-${language}.png`);
  await sharp(await page.screenshot())
    .resize({ width: 375 })
    .png({ palette: true, colours: 64 })
    .toFile(file);
  console.log(`${name}-${language}.png`);
  await page.context().close();
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const stage = await setStage();
  try {
    await fileOne(stage);
    for (const language of ['zh', 'en'] as const)
      for (const screen of screens) await shoot(stage, screen, language);
  } finally {
    await stage.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
