import type { RequestSummary, ServiceRequest, VisitSlot } from '@contract/api';
import { dayAt, startOf } from '@contract/calendar-day';
import { workingDayAfter } from '@contract/working-time/reckon';
import type { Page } from 'playwright-core';
import { callsOn } from './support/calls';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
const { ask, tokenOf } = callsOn(() => stage);
const form = (category: string) => `packages/request/form/index?category=${category}`;
const detail = (id: string) => `packages/request/detail/index?id=${id}`;
const mine = 'packages/request/mine/index';

beforeAll(async () => {
  stage = await setStage();
  // In the morning of a working day, so that there are hours left of it.
  const now = stage.clock.now().getTime();
  const { calendar } = await stage.app.ports.office();
  const morning = startOf(workingDayAfter(dayAt(now), 1, calendar)) + (9 * 60 + 10) * 60_000;
  stage.clock.forward(morning - now);
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const hourOf = ({ from }: VisitSlot): string =>
  new Date(from).toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: 'numeric',
    minute: '2-digit',
  });

/** Asked by the resident, and taken by the worker. */
async function taken(): Promise<ServiceRequest> {
  const { id } = await ask<ServiceRequest>(await tokenOf('resident'), '/v1/service-requests', {
    category: 'home-help',
    answers: { help: 'mend', when: ['any'] },
    words: '水龙头滴水',
    place: { grid: '330106099001007' },
  });
  return ask(await tokenOf('worker'), `/v1/service-requests/${id}/events`, { event: 'accept', version: 1 });
}

async function choose(page: Page, hour: string): Promise<void> {
  await page
    .getByRole('radio', { name: new RegExp(`^${hour}–`) })
    .first()
    .click();
  await tap(page, '约这个时间');
}

test('a visit is asked for, offered, chosen and moved; the worker has it in the plan of the day, goes, and says it is done', async () => {
  const lan = await stage.open('resident', { path: form('home-help') });
  await tap(lan, '装一装', 'radio');
  await tap(lan, '都可以', 'checkbox');
  await write(lan, '还想说的', '浴室装扶手');
  await tap(lan, '提交');
  await see(lan, '等网格员接单');

  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await tap(worker, /浴室装扶手/, 'link');
  await tap(worker, /^接单$/);
  await see(worker, /王\*军 接单/);
  await tap(worker, '约上门');
  await see(worker, '你能来的时间，选 2–3 个');
  for (const hour of ['11:00', '14:00']) await tap(worker, new RegExp(`^${hour}–`), 'checkbox');
  await tap(worker, '给居民选');
  await see(worker, '等居民选时间');

  await tap(lan, /上门帮忙/, 'link');
  await see(lan, '王*军 给了几个时间，选一个');
  expect(await lan.getByRole('radio').count()).toBe(2);
  await choose(lan, '11:00');
  await see(lan, / 11:00–12:00 上门$/);
  await tap(lan, '改时间');
  await choose(lan, '15:00');
  await see(lan, / 15:00–16:00 上门$/);
  await see(lan, '王*军 来');
  // Live, without reloading.
  await see(worker, / 15:00–16:00 上门$/);

  await worker.goBack();
  await tap(worker, '今天上门', 'link');
  await see(worker, /^15:00–16:00/);
  expect(await worker.getByText(/^11:00/).count()).toBe(0);
  await tap(worker, /浴室装扶手/, 'link');
  await tap(worker, '办好了');
  await write(worker, '回复居民', '扶手装好了，试过能吃住力');
  await tap(worker, /^办好了$/);
  await see(lan, '等你确认');
  await see(lan, '扶手装好了，试过能吃住力');
});

test('the hour of a visit that is cancelled is free for another at once', async () => {
  const [first, other] = [await taken(), await taken()];
  const lan = await stage.open('resident', { path: detail(first.id) });
  const resident = await tokenOf('resident');
  const free = async () =>
    (await ask<VisitSlot[]>(resident, `/v1/service-requests/${other.id}/visit-slots`)).map(
      ({ from }) => from,
    );
  const [slot] = await ask<VisitSlot[]>(resident, `/v1/service-requests/${first.id}/visit-slots`);
  if (!slot) throw new Error('no open hour');
  await choose(lan, hourOf(slot));
  await see(lan, /上门$/);
  expect(await free()).not.toContain(slot.from);
  await tap(lan, '取消');
  await see(lan, '你取消了上门');
  expect(await free()).toContain(slot.from);
  const next = await stage.open('resident', { path: detail(other.id) });
  await choose(next, hourOf(slot));
  await see(next, new RegExp(`${hourOf(slot)}–.*上门$`));
});

test('a daughter in another city has somebody look in on her mother the same day, and reads how it went', async () => {
  const daughter = await tokenOf('resident');
  await ask(daughter, '/v1/me', { home: { node: '330203001001' } }, 'PATCH');
  const page = await stage.open('resident', { path: form('look-in') });
  // Whom to dial, before anything is filed.
  await see(page, /先打 120/);
  await tap(page, '妈妈', 'radio');
  await see(page, '妈妈家');
  await tap(page, '爸妈', 'radio');
  await tap(page, '几个小时', 'radio');
  await tap(page, '就是没人接', 'radio');
  await see(page, /^1 个工作小时内接单，4 个工作小时内办好$/);
  await write(page, '还想说的', '早上到现在没接电话');
  await tap(page, '提交');
  await see(page, '等网格员接单');
  const [filed] = await ask<RequestSummary[]>(
    await tokenOf('worker'),
    '/v1/service-requests?scope=desk&category=look-in',
  );
  expect(filed?.node).toBe('330106099001007');
  expect(dayAt(Date.parse(filed?.due?.at ?? ''))).toBe(dayAt(stage.clock.now().getTime()));

  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await tap(worker, /早上到现在没接电话/, 'link');
  await tap(worker, /^接单$/);
  await see(worker, /王\*军 接单/);
  await tap(worker, '办好了');
  // How it went is chosen, not left out.
  expect(await worker.getByRole('button', { name: /^办好了$/ }).getAttribute('aria-disabled')).toBe('true');
  await tap(worker, '敲门有人应，人没事', 'radio');
  await write(worker, '回复居民', '手机静音了，已经请她回电');
  await tap(worker, /^办好了$/);

  const asker = await stage.open('resident', { path: mine });
  await tap(asker, /上门探访/, 'link');
  await see(asker, '敲门有人应，人没事');
  await see(asker, '手机静音了，已经请她回电');
  await tap(asker, '确认办好了');
  await see(asker, /前还能重新打开/);
});
