import type { Page } from 'playwright-core';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

/** The browser's own buttons, as fast as a thumb: what stands in the address is what is seen. */

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const inbox = 'pages/notices/index';
const detail = /packages\/notice\/detail/;
const published = / 发布$/;
const rows = (page: Page) => page.locator('.notice').filter({ visible: true });
const water = '周六 9:00–16:00 停水';

/** Still what is seen when every page has come and gone, and no other beside it. */
async function stays(page: Page, text: string | RegExp): Promise<void> {
  await see(page, text);
  await page.waitForTimeout(600);
  const box = page.viewportSize() ?? { width: 0, height: 0 };
  const front = await page.evaluate(
    ({ width, height }) => document.elementFromPoint(width / 2, height / 2)?.closest('.taro_page')?.id,
    box,
  );
  const { hash } = new URL(page.url());
  expect(front?.split('?')[0]).toBe(hash.slice(1).split('?')[0]);
  await see(page, text);
  expect(await page.locator('.taro_page').filter({ visible: true }).count()).toBe(1);
}

/** What is to be done at once comes late: the phone is busy with a page meanwhile. Runs in the page. */
function busy(): void {
  const soon = window.setTimeout.bind(window);
  const late = (does: () => void, after = 0): number => soon(does, after === 0 ? 80 : after);
  window.setTimeout = late as typeof window.setTimeout;
}

/** What was worked out is drawn late. Runs in the page. */
function drawsLate(): void {
  const send = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (...given: unknown[]) {
    setTimeout(() => send.apply(this, given as [unknown]), 120);
  };
}

test.each([
  ['a phone', () => undefined],
  ['a phone that is busy', busy],
  ['a phone that draws late', drawsLate],
])('on %s, back at once from a notice is the list, again and again', async (_, first) => {
  const before = async (page: Page): Promise<void> => void (await page.addInitScript(first));
  const page = await stage.open('resident', { path: inbox, before });
  for (let nth = 0; nth < 4; nth += 1) {
    await rows(page)
      .nth(nth % 2)
      .click();
    await page.waitForURL(detail);
    await page.goBack();
    await stays(page, water);
  }
  for (let nth = 0; nth < 2; nth += 1) {
    await rows(page).nth(nth).click();
    await see(page, published);
    await page.goBack();
    await stays(page, water);
  }
});

test('a page whose code comes after one went back is not drawn over the list, and opens when it is asked for again', async () => {
  const page = await stage.open('resident', { path: inbox });
  await see(page, water);
  let letCome = (): void => undefined;
  const held = new Promise<void>((resolve) => (letCome = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/*.js');
  await rows(page).first().click();
  await asked;
  await page.goBack();
  letCome();
  await page.waitForLoadState('networkidle');
  await stays(page, water);
  await tap(page, new RegExp(water), 'link');
  await see(page, published);
  await stays(page, published);
});

test('back twice at once is where one began, and forward goes there again', async () => {
  const page = await stage.open('resident', { path: inbox });
  await see(page, water);
  await tap(page, '找通知', 'link');
  await write(page, '一个词、拼音都行', 'tingshui');
  await page.waitForURL(/notice\/search/);
  await tap(page, new RegExp(water), 'link');
  await page.waitForURL(detail);
  await page.evaluate(() => {
    history.back();
    history.back();
  });
  await page.waitForURL(/pages\/notices/);
  await stays(page, water);
  await page.goForward();
  await page.waitForURL(/notice\/search/);
  await page.goForward();
  await page.waitForURL(detail);
  await stays(page, published);
  await page.goBack();
  await page.goBack();
  await stays(page, water);
});

test('a notice opened by its address: its arrow goes to the services, the browser back to where one was', async () => {
  const page = await stage.open('resident', { path: inbox });
  await rows(page).first().click();
  await see(page, published);
  const address = page.url();
  const other = await stage.open('resident', { path: 'pages/me/index' });
  await see(other, '大字版');
  await other.goto(address);
  await other.reload();
  await see(other, published);
  await other.goBack();
  await stays(other, '大字版');
  await other.goForward();
  await see(other, published);
  await other.reload();
  await see(other, published);
  await tap(other, '返回');
  await stays(other, '我的网格员 王*军');
});
