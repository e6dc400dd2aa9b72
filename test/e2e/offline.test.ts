import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchPhone } from '../support/browser';
import { scanned, verdictOn } from './support/scan';
import { setStage, type Stage, watch } from './support/stage';

jest.setTimeout(90_000);
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

/** The same phone each time: what it kept is there, the browser's process is another. */
async function turnOn(
  online: boolean,
): Promise<{ context: BrowserContext; open(path: string): Promise<Page> }> {
  const context = await launchPhone(folder);
  await context.setOffline(!online);
  return {
    context,
    async open(path) {
      const page = await context.newPage();
      watch(page);
      await page.goto(`${stage.address}/?as=resident#/${path}`);
      return page;
    },
  };
}

const filed = async (): Promise<number> => {
  const { token } = (await (
    await fetch(`${stage.address}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'demo', code: 'resident' }),
    })
  ).json()) as { token: string };
  const answer = await fetch(`${stage.address}/v1/service-requests`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as unknown[]).length;
};

test('from a cold start without a network: the code, the notices, and a form whose request goes out later, once', async () => {
  const first = await turnOn(true);
  const visit = await first.open('pages/code/index');
  await visit.getByText('绿码').first().waitFor();
  await visit.getByRole('radio', { name: '妈妈' }).waitFor();
  await visit.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const notices = await first.open('pages/notices/index');
  await notices.getByText(/停水/).first().waitFor();
  await (await first.open('pages/services/index')).getByText('我的网格员 王*军').waitFor();
  // Copies are written a moment after they are read.
  await visit.waitForTimeout(2000);
  await first.context.close();

  const second = await turnOn(false);
  const code = await second.open('pages/code/index');
  await code.getByText('绿码').first().waitFor();
  await code.locator('.qr img').waitFor();
  await code.getByRole('radio', { name: '妈妈' }).click();
  await code.getByText('李*珍', { exact: true }).waitFor();
  expect(await verdictOn(stage.address, await scanned(code))).toMatchObject({
    result: 'pass',
    maskedName: '李*珍',
  });
  await code.getByText('没有网络，照样能用').first().waitFor();
  await (await second.open('pages/notices/index')).getByText(/停水/).first().waitFor();

  const form = await second.open('packages/request/form/index?category=stairs-light');
  await form.getByRole('radio').first().waitFor();
  for (const group of await form.getByRole('radiogroup').all())
    await group.getByRole('radio').first().click();
  await form.getByRole('button', { name: '提交' }).click();
  await form.getByText('等着发').first().waitFor();
  await form.waitForTimeout(500);
  // A page that closes may have the network back for a moment: nothing of the app is left in it by then.
  for (const page of second.context.pages()) await page.goto('about:blank');
  await second.context.close();
  expect(await filed()).toBe(0);

  const third = await turnOn(true);
  const mine = await third.open('packages/request/mine/index');
  await mine.getByText('等网格员接单').first().waitFor();
  await third.context.close();
  expect(await filed()).toBe(1);
});
