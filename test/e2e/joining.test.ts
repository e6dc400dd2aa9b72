import type { Address, RequestSummary, ServiceRequest } from '@contract/api';
import type { Page } from 'playwright-core';
import { callsOn } from './support/calls';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const { ask, tokenOf } = callsOn(() => stage);
const form = (category: string) => `packages/request/form/index?category=${category}`;
const mine = 'packages/request/mine/index';
const door = '桂语苑 5 幢 2 单元';

async function describeClutter(page: Page): Promise<void> {
  await tap(page, '过道', 'radio');
  await tap(page, '纸箱', 'checkbox');
  await tap(page, '要侧身', 'radio');
}

test('a neighbour joins what was reported, and sees the outcome that the team says to all', async () => {
  const lan = await tokenOf('resident');
  const [address] = await ask<Address[]>(lan, '/v1/regions/address-search', { text: door });
  const { id } = await ask<ServiceRequest>(lan, '/v1/service-requests', {
    category: 'stairs-clutter',
    answers: { where: 'corridor', what: ['boxes'], passable: 'sideways' },
    words: '对门老李家的',
    place: { addressId: address?.id, note: '402 门口' },
  });

  const chen = await stage.open('neighbour', { path: form('stairs-clutter') });
  await tap(chen, '选地点');
  await write(chen, '搜小区、路名或社区', '桂语苑5幢2单元');
  await tap(chen, new RegExp(door), 'link');
  await see(chen, '这里已经有 1 位邻居报过');
  expect(await chen.getByText(/老李|402/).count()).toBe(0);
  await tap(chen, /^跟着看结果/);
  await see(chen, '已经跟着，有结果告诉你');

  const worker = await stage.open('worker', { path: `packages/request/detail/index?id=${id}` });
  await see(worker, '1 位邻居也在等');
  await tap(worker, '接单');
  await see(worker, /王\*军 接单/);
  await tap(worker, '办好了');
  const forAll = worker.getByRole('checkbox', { name: '也给跟着的 1 位邻居看' });
  await forAll.waitFor();
  expect(await forAll.getAttribute('aria-checked')).toBe('true');
  await write(worker, '回复居民', '纸箱清走了');
  await tap(worker, /^办好了$/);
  await see(worker, '纸箱清走了');

  const follows = await stage.open('neighbour', { path: mine });
  await see(follows, '跟着的事');
  await tap(follows, /楼道堆物/, 'link');
  await see(follows, '纸箱清走了');
  expect(await follows.getByText(/老李|402/).count()).toBe(0);
});

test('what was filed without a name gets its reply, and the team does not see whose it is', async () => {
  const lan = await stage.open('resident', { path: form('stairs-clutter') });
  await describeClutter(lan);
  await tap(lan, '不留名字', 'radio');
  await see(lan, /网格员和社区看不到是谁报的/);
  await write(lan, '还想说的', '四楼也堆了');
  await tap(lan, '提交');
  await see(lan, '等网格员接单');

  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await tap(worker, /四楼也堆了/, 'link');
  await tap(worker, /^接单$/);
  await see(worker, /王\*军 接单/);
  expect(await worker.getByText(/张\*兰/).count()).toBe(0);
  await tap(worker, /^回复$/);
  await write(worker, '回复居民', '明天上午去看');
  await tap(worker, /^回复$/);
  await see(worker, '明天上午去看');

  await tap(lan, /楼道堆物/, 'link');
  await see(lan, '明天上午去看');
});

test('a daughter in another city files for her mother, to the grid where her mother lives', async () => {
  const daughter = await tokenOf('resident');
  await ask(daughter, '/v1/me', { home: { node: '330203001001' } }, 'PATCH');
  const page = await stage.open('resident', { path: form('home-help') });
  await tap(page, '妈妈', 'radio');
  await see(page, '妈妈家');
  await tap(page, '装一装', 'radio');
  await tap(page, '都可以', 'checkbox');
  await write(page, '还想说的', '浴室装扶手');
  await tap(page, '提交');
  await see(page, '等网格员接单');
  const [filed] = await ask<RequestSummary[]>(
    await tokenOf('worker'),
    '/v1/service-requests?scope=desk&category=home-help',
  );
  expect([filed?.node, filed?.words]).toEqual(['330106099001007', '浴室装扶手']);
});
