import type { GridShape } from '@contract/api';
import type { Page } from 'playwright-core';
import { drawnPhoto } from '../support/photos';
import { see, tap } from './support/hand';
import { toEverybody } from './support/notices';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const tab = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .first()
    .click();

/** Files "clutter on the stairs", as anybody would. */
async function fileClutter(page: Page, words: string): Promise<void> {
  await tab(page, '办事');
  await page.getByRole('link', { name: /楼道和环境/ }).click();
  await page.getByRole('link', { name: /楼道堆物/ }).click();
  await page.getByRole('radio', { name: '过道' }).click();
  await page.getByRole('checkbox', { name: '纸箱' }).click();
  await page.getByRole('radio', { name: '要侧身' }).click();
  await page.getByRole('textbox', { name: '还想说的' }).fill(words);
  await tap(page, '提交');
}

test('a resident’s code is there at once: colour, word, masked name, and a QR', async () => {
  const page = await stage.open('resident');
  await see(page, '绿码');
  await see(page, '张*兰');
  await see(page, '社区已确认');
  const picture = page.locator('.qr img');
  await picture.waitFor();
  const box = await picture.boundingBox();
  expect(box?.width).toBe(276);
});

test('the first page of the demo lets one choose whom to be', async () => {
  const page = await stage.open();
  await page.getByRole('link', { name: /王建军/ }).click();
  await page.waitForURL(/as=worker/);
  await see(page, '绿码');
});

test('a request goes from a tap to confirmed, each step seen live by the other side', async () => {
  const resident = await stage.open('resident');
  const worker = await stage.open('worker');
  await tab(worker, '我的');
  await worker.getByRole('link', { name: /工作台/ }).click();
  await see(worker, /第 7 网格工作台/);

  await see(resident, '绿码');
  await fileClutter(resident, '纸箱占了半条过道');
  await see(resident, '等网格员接单');

  // Nobody reloads from here on.
  await see(worker, /纸箱占了半条过道/);
  await tap(worker, /^接单 楼道堆物/);
  await see(resident, '已接单');
  await resident
    .getByRole('link', { name: /楼道堆物/ })
    .first()
    .click();
  await see(resident, /王\*军 接单/);

  await worker.getByRole('link', { name: /纸箱占了半条过道/ }).click();
  await tap(worker, /^回复$/);
  await worker.getByRole('textbox', { name: '回复居民' }).fill('明天上午一起搬');
  await tap(worker, /^回复$/);
  await see(resident, '明天上午一起搬');
  await tap(worker, /^办好了$/);
  await worker.getByRole('textbox', { name: '回复居民' }).fill('都搬走了');
  await tap(worker, /^办好了$/);
  await see(resident, '等你确认');
  await tap(resident, '确认办好了');
  await see(resident, '办好了');
  await see(worker, /确认办好了/);
});

test('danger is told with the answer that means it, before anything is sent', async () => {
  const page = await stage.open('resident', { path: 'packages/request/form/index?category=stairs-clutter' });
  await page.getByRole('checkbox', { name: '电动车' }).click();
  await page.getByRole('alert').filter({ hasText: /119/ }).waitFor();
});

test('what is not the grid’s says who is responsible, and files nothing', async () => {
  const page = await stage.open('resident');
  await tab(page, '办事');
  await page.getByRole('link', { name: /不归网格管/ }).click();
  await page.getByRole('link', { name: /^停水/ }).first().click();
  await see(page, /12345/);
  expect(await page.getByRole('button', { name: '提交' }).count()).toBe(0);
});

test('a notice reaches those under its node without reloading, and nobody else', async () => {
  const resident = await stage.open('resident');
  const outsider = await stage.open('outsider');
  const officer = await stage.open('officer');
  await tab(resident, '通知');
  await see(resident, /未读/);
  await tab(officer, '我的');
  await officer.getByRole('link', { name: /发通知/ }).click();
  await officer.getByRole('textbox', { name: '标题', exact: true }).fill('今晚八点议事会');
  await officer.getByRole('textbox', { name: '说清楚' }).fill('在社区二楼，说加装电梯的事。');
  await toEverybody(officer);
  await see(officer, '居民会看到');
  await tap(officer, '现在发出');
  await see(resident, '今晚八点议事会');
  await resident.getByRole('link', { name: /今晚八点议事会/ }).click();
  await see(resident, '在社区二楼，说加装电梯的事。');

  await tab(outsider, '通知');
  await outsider.waitForTimeout(1000);
  expect(await outsider.getByText('今晚八点议事会').count()).toBe(0);
});

test('moving house: the new grid at once, the open request still followed', async () => {
  const page = await stage.open('neighbour');
  await see(page, '绿码');
  await fileClutter(page, '搬家前报的');
  await see(page, '等网格员接单');
  await page.goto(`${stage.address}/?as=neighbour#/packages/welcome/home`);
  await page.getByRole('radio', { name: /第 3 网格/ }).click();
  await tap(page, '就是这里');
  // Once it is kept the page goes back by itself: not away from the next one.
  await page.waitForURL((url) => !url.hash.includes('welcome/home'));
  await page.goto(`${stage.address}/?as=neighbour#/pages/me/index`);
  await see(page, /第 3 网格/);
  await page.getByRole('link', { name: /我办的事/ }).click();
  await see(page, '等网格员接单');
});

test('a photo goes with the request, and those who handle it see it', async () => {
  const page = await stage.open('resident', { path: 'packages/request/form/index?category=stairs-clutter' });
  await page.getByRole('radio', { name: '楼梯间' }).click();
  await page.getByRole('checkbox', { name: '家具' }).click();
  await page.getByRole('radio', { name: '走不过去' }).click();
  const chooser = page.waitForEvent('filechooser');
  await tap(page, '拍一张');
  await (
    await chooser
  ).setFiles({ name: 'stairs.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(2400, 1600) });
  await see(page, '照片 1/9');
  await page.getByRole('textbox', { name: '还想说的' }).fill('旧沙发堵住了楼梯');
  await tap(page, '提交');
  await see(page, '等网格员接单');

  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await worker.getByRole('link', { name: /旧沙发堵住了楼梯/ }).click();
  await worker.locator('.photo img').first().waitFor();
  const drawn = await worker
    .locator('.photo img')
    .first()
    .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
  expect(drawn).toBeGreaterThan(0);
});

test('between two grids one is asked, not guessed', async () => {
  const shapes = (await (
    await fetch(`${stage.address}/v1/regions/330106099001007/grids`)
  ).json()) as GridShape[];
  const corners = (code: string) =>
    new Set(shapes.find((shape) => shape.code === code)?.rings[0]?.map(String));
  const [shared] = [...corners('330106099001007')].filter((corner) => corners('330106099001008').has(corner));
  const [longitude = 0, latitude = 0] = (shared ?? '').split(',').map(Number);
  const page = await stage.open('resident', { path: 'packages/welcome/home' });
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ longitude, latitude });
  await tap(page, '用我的位置找');
  await see(page, '你在两个网格边上，选一个');
  await page.getByRole('link', { name: '第 8 网格' }).click();
  await see(page, /第 8 网格/);
  expect(await page.getByRole('button', { name: '就是这里' }).getAttribute('aria-disabled')).toBeNull();
});
