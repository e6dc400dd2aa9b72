import type { ServiceRequest } from '@contract/api';
import { buffer } from 'node:stream/consumers';
import { callsOn } from './support/calls';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
const { ask, tokenOf } = callsOn(() => stage);
const detail = (id: string) => `packages/request/detail/index?id=${id}`;
const queue = 'packages/desk/queue/index';
const grid7 = '330106099001007';
const dayMs = 24 * 3_600_000;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const file = async (words: string) =>
  ask<ServiceRequest>(await tokenOf('resident'), '/v1/service-requests', {
    category: 'rubbish',
    answers: { what: ['bulky'], since: 'days' },
    words,
    place: { grid: grid7 },
  });
const act = async (persona: string, id: string, step: object) => {
  const token = await tokenOf(persona);
  const { version } = await ask<ServiceRequest>(token, `/v1/service-requests/${id}`);
  return ask<ServiceRequest>(token, `/v1/service-requests/${id}/events`, { version, ...step });
};

test('how a request was handled is complained about: answered by the level above, unseen by those it concerns', async () => {
  const { id } = await file('床垫没人收');
  await act('worker', id, { event: 'reply', words: '明天来收', take: true });
  await act('officer', id, { event: 'reply', words: '我催过了' });

  const lan = await stage.open('resident', { path: detail(id) });
  await see(lan, '我催过了');
  await tap(lan, '投诉办理情况');
  await see(lan, /经手的人看不到，也不会知道/);
  await see(lan, '13 个工作日内答复');
  await write(lan, '怎么回事', '说好明天来，三天了没人来');
  await tap(lan, '发出去');
  await see(lan, / 前答复$/);
  await see(lan, /^由.*答复$/);

  // The request itself has its timeline, and no word of it there.
  const worker = await stage.open('worker', { path: detail(id) });
  await see(worker, '我催过了');
  expect(await worker.getByText(/投诉|三天了没人来/).count()).toBe(0);
  const officer = await stage.open('officer', { path: 'packages/desk/complaints/index' });
  await see(officer, '没有要答复的');
  expect(await officer.getByText('说好明天来，三天了没人来').count()).toBe(0);

  const above = await stage.open('county-officer', { path: 'pages/me/index' });
  await tap(above, /答复投诉与建议/, 'link');
  await see(above, '说好明天来，三天了没人来');
  await tap(above, '这件事的经过');
  await see(above, '我催过了');
  await write(above, '答复什么', '清运车坏了三天，今天 16:00 来收');
  await tap(above, /^答复$/);
  await see(above, '答复了');

  await lan.reload();
  await see(lan, /^答复了$/);
  await see(lan, '清运车坏了三天，今天 16:00 来收');
  await tap(lan, '解决了');
  await see(lan, '你说解决了');
});

test('what nobody took in time goes one level up by itself, and both the resident and the officer read why', async () => {
  const { id, due } = await file('沙发堵着门');
  const lan = await stage.open('resident', { path: detail(id) });
  await see(lan, /前接单$/);
  const late = Date.parse(due?.at ?? '') + 60_000 - stage.clock.now().getTime();
  expect(late).toBeLessThan(10 * dayMs);
  stage.clock.forward(late);
  await stage.app.ports.jobs.enqueue('requests', {});
  // Live on the page that is open.
  await see(lan, /超时了，升到桂语社区/);
  await see(lan, '已报桂语社区');
  await see(lan, '过了接单时限');

  const worker = await stage.open('worker', { path: queue });
  await tap(worker, /超时 [1-9]/, 'tab');
  await see(worker, /沙发堵着门/);
  await see(worker, '已报桂语社区');

  const officer = await stage.open('officer', { path: queue });
  await tap(officer, /报上来 [1-9]/, 'tab');
  await tap(officer, /沙发堵着门/, 'link');
  await see(officer, /超时了，升到桂语社区/);
  await tap(officer, /^接单$/);
  await see(officer, /沈\*琴 接单/);
  await see(lan, /沈\*琴 接单/);
});

test('what was handed on twice goes one level up, and the resident reads where it is now', async () => {
  const { id } = await file('旧柜子');
  const lan = await stage.open('resident', { path: detail(id) });
  await act('worker', id, { event: 'assign', nextNode: '330106099001008', words: '柜子在 8 网格那边' });
  await see(lan, '柜子在 8 网格那边');
  await act('officer', id, { event: 'assign', nextNode: grid7, words: '看过了，在 7 网格' });
  await see(lan, /转了两次，升到桂语社区/);
  await see(lan, '已报桂语社区');
  const officer = await stage.open('officer', { path: queue });
  await tap(officer, /报上来 [1-9]/, 'tab');
  await tap(officer, /旧柜子/, 'link');
  await see(officer, /转了两次，升到桂语社区/);
});

test('who is away until a day is noted by taps; a resident reads who stands in', async () => {
  const { id } = await file('纸箱堵门');
  await act('worker', id, { event: 'accept' });
  const worker = await stage.open('worker', { path: 'packages/desk/away/index' });
  const choose = (asked: string, name: string | RegExp) =>
    worker.getByRole('radiogroup', { name: asked }).getByRole('radio', { name }).first().click();
  await choose('谁不在', '王*军');
  await choose('谁来代', '李*芳');
  await choose('不在的最后一天', '今天');
  await tap(worker, '记下');
  await see(worker, /^到 .*李\*芳 代$/);
  const lan = await stage.open('resident', { path: detail(id) });
  await see(lan, /李\*芳/);
  await tap(worker, /王\*军 回来了/);
  await worker.getByText(/李\*芳 代$/).waitFor({ state: 'detached' });
});

test('at a wide desk a matter is found by its words, and opens beside the queue with what was asked', async () => {
  await file('电视柜挡路');
  await file('门口空桶');
  const worker = await stage.open('worker', {
    path: queue,
    before: (page) => page.setViewportSize({ width: 1280, height: 800 }),
  });
  await see(worker, '工作日 8:30–17:30');
  await write(worker, '搜事情、楼栋', '电视柜');
  await see(worker, '堆了多久：几天了');
  await see(worker, /电视柜挡路$/);
  expect(await worker.getByText(/门口空桶/).count()).toBe(0);
});

test('the figures are kept as the table that the server makes, byte by byte', async () => {
  await file('旧书桌');
  // Whole weeks are counted.
  stage.clock.forward(8 * dayMs);
  const officer = await stage.open('officer', { path: 'packages/desk/figures/index' });
  const download = officer.waitForEvent('download');
  await tap(officer, '存成表格');
  const kept = await buffer(await (await download).createReadStream());
  await see(officer, '表格存好了');
  const node = (await download).suggestedFilename().split('-')[0] ?? '';
  const answer = await fetch(`${stage.address}/v1/figures/table?node=${node}&weeks=12`, {
    headers: { authorization: `Bearer ${await tokenOf('officer')}` },
  });
  expect(kept.equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
  expect(kept.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
});
