import type { Page } from 'playwright-core';
import { see, shown, tap } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => void (window.location.hash = `#/${to}`), path);
const referral = (category: string): string => `packages/request/referral/index?category=${category}`;
const council = referral('residents-council');

const topOf = async (page: Page, text: string | RegExp): Promise<number> =>
  (await shown(page, text).boundingBox())?.y ?? NaN;

test('no water: the notice that says why comes first, then whom to call; without a network too, danger before all', async () => {
  const page = await stage.open('resident', { path: referral('water-cut') });
  await see(page, /先看看：周六 9:00–16:00 停水/);
  await see(page, '西湖区供水抢修');
  await see(page, '打给西湖区供水抢修');
  expect(await topOf(page, /先看看/)).toBeLessThan(await topOf(page, '西湖区供水抢修'));
  expect(await page.getByRole('button', { name: '提交' }).count()).toBe(0);

  await page.context().setOffline(true);
  await go(page, referral('power-cut'));
  await see(page, '西湖区供电抢修');
  await see(page, /打 119/);
  expect(await topOf(page, /打 119/)).toBeLessThan(await topOf(page, '西湖区供电抢修'));
});

test('a council’s card: the next meeting and its agenda, kept by its own steward and by nobody of the grid', async () => {
  const resident = await stage.open('resident', { path: council });
  await see(resident, /下次开会：/);
  await see(resident, /2 幢加装电梯/);
  await see(resident, /县里登记的/);

  const steward = await stage.open('neighbour', { path: council });
  await steward.getByRole('link', { name: /我们的名片/ }).click();
  await steward.getByRole('textbox', { name: '要议的事，一行一件' }).fill('楼道装感应灯\n车棚加锁');
  await tap(steward, '存下');
  await see(steward, /存好了/);

  const neighbours = await stage.open('resident', { path: council });
  await see(neighbours, '2. 车棚加锁');
  await see(neighbours, /他们自己写的/);

  const worker = await stage.open('worker', { path: council });
  await worker.getByRole('link', { name: /用邀请码管名片/ }).click();
  const [body] = await stage.app.ports.bodies.at(['330106099001'], 'residents-council');
  const tomorrow = new Date(stage.clock.now().getTime() + 86_400_000);
  const code = await stage.app.ports.bodies.invite(body?.id ?? '', tomorrow);
  await worker.getByRole('textbox', { name: '邀请码' }).fill(code);
  await tap(worker, '我来管');
  await see(worker, /居民自己的组织由居民自己管/);
});

test('a meeting that was is said to be one', async () => {
  const page = await stage.open('resident', { path: referral('owners-committee') });
  await see(page, '桂语苑业主委员会');
  await see(page, /上次开会是/);
  await see(page, '上次议的事');
  expect(await page.getByText(/下次开会：/).count()).toBe(0);
});

test('an urgent matter still on the phone says that it is not sent, and whom to call', async () => {
  const page = await stage.open('resident', { path: 'packages/request/form/index?category=stairs-light' });
  await page.getByRole('radio', { name: '冒火花、有焦味' }).click();
  await see(page, /打 119/);
  await page.getByRole('radio', { name: '一盏' }).click();
  // The page it opens is loaded as a visit of it would.
  await go(page, 'packages/request/mine/index');
  await see(page, '我办的事');
  await page.goBack();
  await page.context().setOffline(true);
  await tap(page, '提交');
  await see(page, '没发出去，没人知道。别等，打 119');
  await page.context().setOffline(false);
});
