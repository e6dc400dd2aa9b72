import { json } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { setStage, type Stage } from './support/stage';

/** What is known about somebody: read, copied, put right; complaints answered; a phone cleared; an account closed. */

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const link = (page: Page, name: RegExp | string) =>
  page.getByRole('link', { name }).filter({ visible: true }).first();
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name }).filter({ visible: true }).first();

test('my data: read, copied, a consent given and taken back, and the account closed', async () => {
  const { people } = stage.app.ports.store;
  const { id } = await people.of({ provider: 'demo', subject: 'neighbour' });
  const page = await stage.open('neighbour', { path: 'pages/me/index' });
  await link(page, '关于我的数据').click();

  await button(page, /^你是谁、住在哪个网格，/).click();
  await page.getByText('名字：陈志明').waitFor();
  await page.getByText('来源：你自己填的').first().waitFor();
  await page.getByText('留到：到你注销账号').first().waitFor();
  await page.getByText('还没有人看过').waitFor();

  const download = page.waitForEvent('download');
  await button(page, '存一份').click();
  const file = await (await download).createReadStream();
  const copy = (await json(file)) as { tables: { table: string; rows: unknown[] }[] };
  expect(copy.tables.find(({ table }) => table === 'person')?.rows).toHaveLength(1);
  await page.getByText('存好了：linli-my-data.json').waitFor();

  await button(page, '同意 准确位置').click();
  await button(page, '收回同意').click();
  await page.getByText('以前点过的位置会删掉').waitFor();
  await button(page, '收回同意').click();
  await button(page, '同意 准确位置').waitFor();

  await link(page, '注销账号').click();
  await page.getByText('审计日志里的摘要').waitFor();
  await button(page, '注销').click();
  await page.getByText('马上删，找不回来').waitFor();
  await button(page, '注销').click();
  await page.waitForURL(/pages\/code\/index/);
  expect(await people.get(id)).toBeUndefined();
});

test('a complaint is answered by the county, and both stand on its timeline', async () => {
  const page = await stage.open('resident', { path: 'pages/me/index' });
  await link(page, '投诉与建议').click();
  await page.getByText('还没写过').waitFor();
  await page.getByRole('textbox').filter({ visible: true }).first().fill('夜里看不清字');
  await button(page, '发出去').click();
  await page.getByText(/等答复/).waitFor();

  const officer = await stage.open('county-officer', { path: 'packages/desk/complaints/index' });
  await officer.getByText('夜里看不清字').waitFor();
  await officer.getByRole('textbox').filter({ visible: true }).first().fill('下周改成深色底');
  await button(officer, '答复').click();
  await officer.getByText('答复了').first().waitFor();

  await page.reload();
  await page.getByText('下周改成深色底').waitFor();
  await page.getByText('陆*涛 答复').waitFor();
  await button(page, '解决了').click();
  await page.getByText('你说解决了').waitFor();
});

test('signing out shows what is unsent, then leaves nothing of the person on the phone', async () => {
  const page = await stage.open('resident', {
    path: 'packages/request/form/index?category=stairs-light',
    offline: true,
  });
  await page.getByRole('radio').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  for (const group of await page.getByRole('radiogroup').all())
    await group.getByRole('radio').first().click();
  await button(page, '提交').click();
  await page.getByText('等着发', { exact: true }).filter({ visible: true }).first().waitFor();
  await page.goto(`${stage.address}/?as=resident#/pages/me/index`);
  await button(page, '退出登录').click();
  await page.getByText('等着发：楼道灯不亮').waitFor();
  await button(page, '退出').click();
  await page.getByText('还没登录').filter({ visible: true }).first().waitFor();
  await eventually(async () => expect(await personalKeysOf(page)).toEqual([]));
});

/** What is kept on the phone of anybody: its own preferences, clock and copies aside. */
async function personalKeysOf(page: Page): Promise<string[]> {
  const kept = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('linli', 1);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('kept').objectStore('kept').getAllKeys();
          asked.onsuccess = () => resolve(asked.result.map(String));
        };
      }),
  );
  return kept.filter((key) => !/\/(preferences|clock|copies)$/.test(key));
}
