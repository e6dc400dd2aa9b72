import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchPhone } from '../support/browser';
import { drawnPhoto } from '../support/photos';
import { setStage, type Stage, watch } from './support/stage';

jest.setTimeout(120_000);
let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await setStage();
  folder = mkdtempSync(join(tmpdir(), 'linli-phone-'));
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => stage.clear());

/** The same phone each time, with a microphone that hums. */
async function turnOn(online: boolean): Promise<BrowserContext> {
  const context = await launchPhone(folder, [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    // A headless browser has no speech recognition of its own, and ends its page where it is asked for one.
    '--disable-blink-features=OnDeviceWebSpeechAvailable',
  ]);
  await context.setOffline(!online);
  return context;
}
async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  watch(page);
  await page.goto(`${stage.address}/?as=resident#/${path}`);
  return page;
}
const tap = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();

test('a draft with a photo is there after a restart, is spoken to its end without a network, sent later, and heard by the worker', async () => {
  const before = await turnOn(true);
  const first = await open(before, 'packages/request/form/index?category=stairs-clutter');
  await first.getByRole('radio', { name: '过道' }).click();
  await first.getByRole('checkbox', { name: '纸箱' }).click();
  const chooser = first.waitForEvent('filechooser');
  await tap(first, '拍一张');
  const buffer = await drawnPhoto(800, 600);
  await (await chooser).setFiles({ name: 'stairs.jpg', mimeType: 'image/jpeg', buffer });
  await first.getByText('照片 1/9').waitFor();
  await first.getByText('草稿已存').waitFor();
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await before.close();

  const after = await turnOn(false);
  const page = await open(after, 'packages/request/mine/index');
  await page.getByText('照片 1 张').waitFor();
  await tap(page, /接着写/);
  await page.getByText('照片 1/9').waitFor();
  await page.getByRole('radio', { name: '要侧身' }).click();
  await tap(page, /说，60 秒以内/);
  await page.getByText('在录，2 秒').waitFor();
  await tap(page, /说完了/);
  await page.getByText(/录音 \d 秒/).waitFor();
  await tap(page, '提交');
  await page.getByText('等着发', { exact: true }).filter({ visible: true }).waitFor();
  expect(await page.getByText('照片 1 张').filter({ visible: true }).count()).toBe(0);
  await after.setOffline(false);
  await page
    .getByText(/楼道堆物.*：发出了/)
    .filter({ visible: true })
    .waitFor();
  await after.close();

  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await worker
    .getByRole('link', { name: /楼道堆物/ })
    .first()
    .click();
  await worker.locator('.photo img').first().waitFor();
  await tap(worker, /听录音，\d 秒/);
  await worker.getByText('正在放，点一下停').waitFor();
  // To its end: what this browser plays, it has decoded.
  await worker.getByText(/^录音 \d 秒$/).waitFor();
  expect(await worker.getByText('放不了').count()).toBe(0);
});
