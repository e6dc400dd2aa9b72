import type { Page } from 'playwright-core';
import { consentVersion } from '../../src/contract/personal-data/consent';
import { violations } from './support/axe';
import { see, tap } from './support/hand';
import { scanned, verdictOn } from './support/scan';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const gate = async (page: Page) => verdictOn(stage.address, await scanned(page));

test('a fever declared turns the code yellow, says why and the way back; once it is over the code is green again', async () => {
  const page = await stage.open('neighbour', { path: 'pages/code/index' });
  const guard = await stage.open('neighbour', { path: 'pages/code/index' });
  await see(guard, '绿码');

  await page.goto(`${stage.address}/?as=neighbour#/packages/health/declare/index`);
  await tap(page, '发热', 'checkbox');
  await page.getByRole('textbox', { name: '体温，℃' }).fill('38.2');
  await tap(page, '今天', 'radio');
  await tap(page, '没有', 'radio');
  // What it does is said before it is sent.
  await see(page, '这样填，码会是黄的');
  await see(page, /^发出后：黄码，最晚到/);
  await tap(page, '发出');

  await see(page, '你发热 38.2℃');
  await see(page, '你自己填的');
  await see(page, /^LL-Y-0001/);
  await see(page, '怎样变回绿码');
  await see(page, '门口扫码的人看不到这一页。');

  // The other phone of the same person hears it before any gate does, and a gate is told no reason.
  await see(guard, '黄码');
  const verdict = await gate(guard);
  expect(verdict).toMatchObject({ result: 'ask', reason: 'yellow' });
  expect(JSON.stringify(verdict)).not.toMatch(/38\.2|发热|LL-Y/);
  await tap(guard, '为什么、怎样变回绿码', 'link');
  await see(guard, '你发热 38.2℃');

  await tap(page, '填今天的情况');
  await tap(page, '改一改');
  await tap(page, '都没有', 'checkbox');
  await see(page, '发出后：绿码');
  await tap(page, '改好了');
  await see(page, '收到了，现在是绿码');
  await tap(page, '去亮码');
  await see(page, '绿码');
  expect(await gate(page)).toMatchObject({ result: 'pass' });
  await see(guard, '没有要说明的事。');
});

test('who took back their consent agrees again where they declare, and nothing they filled in is lost', async () => {
  const { consents, store } = stage.app.ports;
  const { id } = await store.people.of({ provider: 'demo', subject: 'resident' });
  await consents.give(id, 'health', consentVersion);
  await consents.withdraw(id, 'health');
  const page = await stage.open('resident', { path: 'packages/health/declare/index' });
  await tap(page, '咳嗽', 'checkbox');
  await tap(page, '今天', 'radio');
  await tap(page, '没有', 'radio');
  await tap(page, '发出');
  await see(page, '没发出去，填的都还在');
  await see(page, /^你收回过健康情况的同意/);
  expect(await violations(page)).toEqual([]);
  await tap(page, '重新同意并发出');
  await see(page, /收到了，现在是绿码|怎样变回绿码/);
  expect((await consents.of(id)).map(({ kind }) => kind)).toContain('health');
});
