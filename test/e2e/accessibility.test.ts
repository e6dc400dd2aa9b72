import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Every page, as one who may see it, with a text that says it has been drawn. */
const pages: readonly [path: string, as: string | undefined, shows: string][] = [
  ['pages/code/index', undefined, '演示'],
  ['pages/code/index', 'resident', '绿码'],
  ['pages/services/index', 'resident', '我的网格员'],
  ['pages/notices/index', 'resident', '停水'],
  ['pages/me/index', 'officer', '工作台'],
  ['packages/welcome/index', 'outsider', '收什么'],
  ['packages/welcome/privacy', 'resident', '收什么'],
  ['packages/welcome/home', 'resident', '你家在哪一块'],
  ['packages/request/choose/index?group=stairs', 'resident', '楼道堆物'],
  ['packages/request/referral/index?category=water-cut', 'resident', '12345'],
  ['packages/request/form/index?category=stairs-clutter', 'resident', '堆在哪里'],
  ['packages/request/mine/index', 'neighbour', '还没办过事'],
  ['packages/notice/publish/index', 'officer', '标题'],
  ['packages/desk/queue/index', 'worker', '工作台'],
];

interface Finding {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

async function violations(page: Page): Promise<string[]> {
  // As a tool of the test, not of the page: the page's own policy lets no foreign script in.
  const found = await page.evaluate(async (source: string) => {
    const run = new Function(
      `${source}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
    ) as () => Promise<{ violations: Finding[] }>;
    return (await run()).violations;
  }, axe);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

async function shown(path: string, as: string | undefined, text: string, options = {}): Promise<Page> {
  const page = await stage.open(as, { path, ...options });
  await page.getByText(text).filter({ visible: true }).first().waitFor();
  return page;
}

test.each(pages)('axe finds nothing on %s as %s', async (path, as, text) => {
  const page = await shown(path, as, text);
  expect(await violations(page)).toEqual([]);
});

test('nor on the pages one comes to from another: a request, a notice, a place, a preview', async () => {
  const resident = await shown('packages/request/form/index?category=stairs-light', 'resident', '怎么不亮');
  for (const group of await resident.getByRole('radiogroup').all())
    await group.getByRole('radio').first().click();
  await resident.getByRole('button', { name: '选地点' }).click();
  await resident.getByRole('radio', { name: /第 8 网格/ }).waitFor();
  expect(await violations(resident)).toEqual([]);
  await resident.getByRole('radio', { name: /第 7 网格/ }).click();
  await resident.getByRole('button', { name: '提交' }).click();
  await resident
    .getByRole('link', { name: /楼道灯不亮/ })
    .filter({ visible: true })
    .first()
    .click();
  await resident.locator('.step').first().waitFor();
  expect(await violations(resident)).toEqual([]);

  const notice = await shown('pages/notices/index', 'resident', '停水');
  await notice.getByRole('link', { name: /停水/ }).first().click();
  await notice.locator('.headline').first().waitFor();
  expect(await violations(notice)).toEqual([]);

  const officer = await shown('packages/notice/publish/index', 'officer', '标题');
  await officer.getByRole('textbox', { name: '标题', exact: true }).fill('试一条');
  await officer.getByRole('textbox', { name: '说清楚' }).fill('没有发出去。');
  await officer.getByRole('button', { name: '下一步' }).click();
  await officer.getByText('居民会看到').waitFor();
  expect(await violations(officer)).toEqual([]);
});

test('nor in the dark', async () => {
  for (const [path, as, text] of pages.slice(1, 5)) {
    const page = await shown(path, as, text, { dark: true });
    expect(await violations(page)).toEqual([]);
  }
});

test.each(pages)(
  '%s as %s holds at double text size, nothing cut off at the side',
  async (path, as, text) => {
    const page = await stage.open(as, { path });
    await page.addStyleTag({ content: 'html { font-size: 32px }' }).catch(() => undefined);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'));
    await page.getByText(text).filter({ visible: true }).first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(375);
  },
);

test('the tabs are reached and pressed by key alone', async () => {
  const page = await shown('pages/code/index', 'resident', '绿码');
  for (let pressed = 0; pressed < 12; pressed += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    if (label.startsWith('办事')) break;
  }
  await page.keyboard.press('Enter');
  await page.getByText('有危险先打').filter({ visible: true }).first().waitFor();
});

test('English throughout, when the phone speaks it', async () => {
  const page = await stage.open('resident', { language: 'en' });
  await page.getByText('Green').first().waitFor();
  const words = await page.locator('.linli').first().innerText();
  // The masked name is a name.
  expect(words.replaceAll('张*兰', '')).not.toMatch(/\p{Script=Han}/u);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});
