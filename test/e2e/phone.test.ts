import type { Page } from 'playwright-core';
import { phone } from '../support/browser';
import { drawnPhoto } from '../support/photos';
import { setStage, type Stage, watch } from './support/stage';

/** Phones that do not do as they should: nothing can be kept on them, or a file is no photo. */

jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

/** A phone on which `break` ran before the app. */
async function openOn(broken: () => void, path: string): Promise<Page> {
  const context = await stage.browser.newContext({ ...phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await context.addInitScript(broken);
  const page = await context.newPage();
  watch(page);
  await page.goto(`${stage.address}/?as=resident#/${path}`);
  return page;
}

const refusing = (): void => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('denied', 'SecurityError');
  };
};
const absent = (): void => void Object.defineProperty(window, 'indexedDB', { value: undefined });
/** Fails when asked, later, as older private windows do. */
const failingLater = (): void => {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name) {
    open.call(this, name, 9);
    return open.call(this, name, 1);
  };
};
const full = (): void => {
  IDBObjectStore.prototype.put = function () {
    this.transaction.abort();
    return this.get('nothing');
  };
};

async function file(page: Page): Promise<void> {
  await page.getByRole('radio').first().waitFor();
  for (const group of await page.getByRole('radiogroup').all())
    await group.getByRole('radio').first().click();
  await page.getByRole('button', { name: '提交' }).click();
}

test.each([
  ['refuses storage', refusing],
  ['has none', absent],
  ['fails to open it', failingLater],
])('a browser that %s shows the code all the same, and says that nothing stays', async (_, broken) => {
  const page = await openOn(broken, 'pages/code/index');
  await page.getByText('绿码').first().waitFor();
  await page.locator('.qr img').waitFor();
  await page.getByText('手机没存住这次的内容。照样能用，关掉就没了').waitFor();
  await page.context().close();
});

test('with storage blocked a request goes out, and its photo with it', async () => {
  const page = await openOn(refusing, 'packages/request/form/index?category=stairs-light');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '拍一张' }).click();
  const buffer = await drawnPhoto(800, 600);
  await (await chooser).setFiles({ name: 'stairs.jpg', mimeType: 'image/jpeg', buffer });
  await page.locator('.photo img').waitFor();
  // It would not be true.
  expect(await page.getByText('草稿已存').count()).toBe(0);
  await file(page);
  await page.getByText('等网格员接单').first().click();
  await page.getByRole('img', { name: /照片 1/ }).waitFor();
  await page.context().close();
});

test('a phone without room or network says that what waits must not be closed', async () => {
  const page = await openOn(full, 'packages/request/form/index?category=stairs-light');
  await page.getByRole('radio').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  await file(page);
  await page.getByText('等着发').first().waitFor();
  const dontClose = page.getByText('先别关：1 件事还没发出去').filter({ visible: true });
  await dontClose.waitFor();
  await page.context().setOffline(false);
  await page.getByText('等网格员接单').first().waitFor();
  await dontClose.waitFor({ state: 'detached' });
  await page.context().close();
});

test('a file that is no photo costs none of the others, and the person is told which it was', async () => {
  const page = await stage.open('resident', { path: 'packages/request/form/index?category=stairs-clutter' });
  const good = { name: 'stairs.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(800, 600) };
  const garbage = {
    name: 'broken.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('no picture is in here'),
  };
  const choose = async (name: string, files: (typeof good)[]): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name }).click();
    await (await chooser).setFiles(files);
  };
  await choose('拍一张', [garbage, good]);
  await page.getByText('照片 1/9').waitFor();
  await page.getByRole('alert').getByText('你选的第 1 张：这张照片读不出来。请换一张。').waitFor();
  await choose('再拍', [garbage]);
  await page
    .getByRole('alert')
    .getByText(/^这张照片读不出来。请换一张。$/)
    .waitFor();
  await choose('再拍', [good]);
  await page.getByText('照片 2/9').waitFor();
  await page.getByText('这张照片读不出来').waitFor({ state: 'detached' });
});
