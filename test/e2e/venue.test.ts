import type { Page } from 'playwright-core';
import { setStage, type Stage } from './support/stage';
import { posterOf, scan } from './support/venues';

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first();
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first();

test('an officer makes a venue, a resident scans it, a notice reaches who was there and nobody learns who', async () => {
  const officer = await stage.open('officer', { path: 'packages/desk/venues/index' });
  await seen(officer, '桂语菜场').waitFor();
  await button(officer, '加一个场所').click();
  await officer.getByRole('textbox', { name: '叫什么' }).fill('桂语书店');
  await button(officer, '加上').click();
  await button(officer, '桂语书店的海报').click();
  await officer.locator('.sheet-qr img').first().waitFor();
  await seen(officer, '进门用邻里扫一下，只记在你自己的手机里').waitFor();
  await button(officer, '回去').click();
  const poster = await posterOf(stage, '桂语书店');

  const resident = await stage.open('resident');
  await seen(resident, '绿码').waitFor();
  const sent: string[] = [];
  resident.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await button(resident, '扫场所码').click();
  await scan(resident, poster);
  await seen(resident, '记下了：桂语书店').waitFor();
  await seen(resident, '只在这部手机里，14 天后自己删掉，不改变颜色').waitFor();
  expect(await resident.getByText('桂语书店有病人来过').count()).toBe(0);

  // What is typed ends with a minute; the scan has to lie before it.
  stage.clock.forward(60_000);
  await officer.reload();
  await button(officer, '发提示：桂语书店').click();
  const clock = stage.clock.now().toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  await officer.getByRole('textbox', { name: '从几点' }).fill('0:00');
  await officer.getByRole('textbox', { name: '到几点' }).fill(clock);
  await button(officer, '看一遍').click();
  await seen(officer, '桂语书店有病人来过').waitFor();
  await seen(officer, '谁看到了，这里不知道').waitFor();
  await button(officer, '公布').click();
  await seen(officer, '公布着的提示').waitFor();

  // Told without reloading.
  await seen(resident, '桂语书店有病人来过').waitFor();
  await seen(resident, '这两周留意身体').waitFor();
  await seen(resident, '问网格员 王*军').waitFor();
  await seen(resident, '你的颜色没有变').waitFor();
  // The scan and what it was compared with left no trace on the wire.
  const told = sent.filter((each) => each.includes(poster) || /venueId|visit/.test(each));
  expect(told).toEqual([]);
  const neighbour = await stage.open('neighbour', { path: 'packages/venue/index' });
  await seen(neighbour, '还没有记录').waitFor();
  expect(await neighbour.getByText('桂语书店有病人来过').count()).toBe(0);

  // Kept by the phone: still there when the app is opened anew.
  await resident.reload();
  await seen(resident, '桂语书店有病人来过').waitFor();
  // The address still asks for the scanner, which was there once.
  expect(await resident.getByRole('dialog').count()).toBe(0);
  await button(resident, '全部删掉').click();
  await resident.getByRole('alert').getByRole('button', { name: '全部删掉' }).click();
  await seen(resident, '还没有记录').waitFor();
  expect(await resident.getByText('桂语书店有病人来过').filter({ visible: true }).count()).toBe(0);
});

test('a false poster and another kind of code are not noted, and it is said why', async () => {
  const page = await stage.open('neighbour', { path: 'packages/venue/index' });
  await seen(page, '还没有记录').waitFor();
  const poster = await posterOf(stage, '桂语菜场');
  const altered = poster.slice(0, -3) + (poster.endsWith('000') ? '100' : '000');
  for (const [text, said] of [
    [altered, '这张场所码是假的或者被改过，没有记'],
    ['LL1:ABC', '这不是场所码，没有记'],
  ] as const) {
    await button(page, '扫场所码').click();
    await scan(page, text);
    await seen(page, said).waitFor();
  }
  await seen(page, '还没有记录').waitFor();
});

test('without a network a scan is noted and one visit can be deleted', async () => {
  const poster = await posterOf(stage, '桂语菜场');
  const page = await stage.open('worker', { path: 'packages/venue/index', offline: true });
  await seen(page, '还没有记录').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  await seen(page, '没有网络，照样能扫').waitFor();
  await button(page, '扫场所码').click();
  await scan(page, poster);
  await seen(page, '记下了：桂语菜场').waitFor();
  await button(page, /^删掉.*桂语菜场/).click();
  await seen(page, '还没有记录').waitFor();
});
