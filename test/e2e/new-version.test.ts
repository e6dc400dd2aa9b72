import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchPhone, phone } from '../support/browser';
import { replaceByNextVersion } from './support/next-version';
import { built, setStage, type Stage, watch } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
let web: string;
let folder: string;
beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'linli-web-'));
  folder = mkdtempSync(join(tmpdir(), 'linli-phone-'));
  cpSync(built, web, { recursive: true });
  stage = await setStage([], {}, web);
});
afterAll(async () => {
  await stage.close();
  for (const path of [web, folder]) rmSync(path, { recursive: true, force: true });
});
const phones: BrowserContext[] = [];
async function turnOn(): Promise<BrowserContext> {
  const context = await launchPhone(folder);
  phones.push(context);
  return context;
}
afterEach(async () => {
  for (const context of phones.splice(0)) await context.close();
  await stage.clear();
});

async function openCode(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  watch(page);
  await page.goto(`${stage.address}/?as=resident#/pages/code/index`);
  await page.getByText('绿码').first().waitFor();
  return page;
}
const toServices = (page: Page): Promise<void> => page.getByRole('tab', { name: /^办事/ }).first().click();
/** Parts that are loaded when a page is first gone to: all that index.html does not name. */
const firstParts = readFileSync(join(built, 'index.html'), 'utf8');
const isPage = ({ pathname }: URL): boolean => pathname.startsWith('/js/') && !firstParts.includes(pathname);

test('a page that does not load says so, and opens once it can be loaded', async () => {
  const context = await stage.browser.newContext({ ...phone, locale: 'zh-CN', serviceWorkers: 'block' });
  const page = await openCode(context);
  await page.route(isPage, (route) => route.fulfill({ status: 404 }));
  await toServices(page);
  await page.getByRole('alert').getByText('这一页没打开。有网时，重新打开就好').waitFor();
  await page.unroute(isPage);
  await page.getByRole('button', { name: '重新打开' }).click();
  await page.getByText('有危险先打').waitFor();
  await context.close();
});

test('where the first page does not load, that is said too', async () => {
  const context = await stage.browser.newContext({ ...phone, locale: 'zh-CN', serviceWorkers: 'block' });
  const page = await context.newPage();
  watch(page);
  await page.route(isPage, (route) => route.abort());
  await page.goto(`${stage.address}/?as=resident#/pages/code/index`);
  await page.getByRole('alert').getByText('这一页没打开').waitFor();
  await page.unroute(isPage);
  await page.getByRole('button', { name: '重新打开' }).click();
  await page.getByText('绿码').first().waitFor();
  await context.close();
});

test('an open page goes on with its own version while the server has another; the next opening has the new one', async () => {
  const first = await turnOn();
  const page = await openCode(first);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  replaceByNextVersion(web);
  // Until the new version is there in full: waiting, or in the old one's place.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const { installing } = await registration.update();
    while (installing && !['installed', 'activated'].includes(installing.state))
      await new Promise((resolve) => installing.addEventListener('statechange', resolve, { once: true }));
  });
  // The browser's own cache may have let go of the parts by then.
  await (await first.newCDPSession(page)).send('Network.clearBrowserCache');
  await toServices(page);
  await page.getByText('有危险先打').waitFor();
  await first.close();

  const second = await turnOn();
  const next = await openCode(second);
  await next.locator('html[data-version="next"]').waitFor({ state: 'attached' });
  await toServices(next);
  await next.getByText('有危险先打').waitFor();
});
