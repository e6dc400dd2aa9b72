import type { ServiceRequest } from '@contract/api';
import { callsOn } from './support/calls';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
const { ask, tokenOf } = callsOn(() => stage);
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const queue = 'packages/desk/queue/index';
const file = async (body: object) =>
  ask<ServiceRequest>(await tokenOf('resident'), '/v1/service-requests', {
    place: { grid: '330106099001007' },
    ...body,
  });
const rubbish = (words: string) =>
  file({ category: 'rubbish', answers: { what: ['bulky'], since: 'days' }, words });
const lookIn = () =>
  file({
    category: 'look-in',
    answers: { 'for-whom': 'parent', since: 'hours', worry: 'just-no-answer' },
    words: '早上到现在没接电话',
  });
const seen = async ({ id }: ServiceRequest) =>
  ask<ServiceRequest>(await tokenOf('resident'), `/v1/service-requests/${id}`);

test('without a network several are answered together and then done; it all goes out once there is one, each in order', async () => {
  const [one, other] = [await rubbish('床垫'), await rubbish('沙发')];
  const worker = await stage.open('worker', { path: queue });
  await see(worker, /床垫/);
  await worker.context().setOffline(true);
  await tap(worker, '一起回');
  await write(worker, '一个原因，一起回', '清运车坏了，今天 17:00 前来清');
  await tap(worker, '回复 2 件');
  await see(worker, '等着发，有网自动发');
  // Before the first went out: what is said next goes on from it.
  await tap(worker, '选几件一起回');
  for (const { number } of [one, other]) await tap(worker, new RegExp(`${number}$`), 'checkbox');
  await write(worker, '一个原因，一起回', '清完了');
  await tap(worker, '2 件办好了');
  expect((await seen(one)).version).toBe(1);

  await worker.context().setOffline(false);
  await worker.getByText('等着发，有网自动发').first().waitFor({ state: 'detached' });
  for (const request of [one, other])
    expect((await seen(request)).timeline.slice(1).map(({ event, words }) => [event, words])).toEqual([
      ['accept', undefined],
      ['reply', '清运车坏了，今天 17:00 前来清'],
      ['resolve', '清完了'],
    ]);
  expect(await worker.getByRole('button', { name: /知道了/ }).count()).toBe(0);
});

test('what has a result of its own to say is not among what is done together, and says so; a reply goes to it too', async () => {
  const [plain, door] = [await rubbish('旧柜子'), await lookIn()];
  const worker = await stage.open('worker', { path: queue });
  await see(worker, /旧柜子/);
  await tap(worker, '选几件一起回');
  for (const { number } of [plain, door]) await tap(worker, new RegExp(`${number}$`), 'checkbox');
  await see(worker, /其中 1 件点进去单独办结/);
  await write(worker, '一个原因，一起回', '电梯停了，走楼梯来');
  await worker.getByRole('button', { name: '回复 2 件' }).waitFor();
  await tap(worker, '1 件办好了');
  await worker.getByText('等着发，有网自动发').first().waitFor({ state: 'detached' });
  await see(worker, /早上到现在没接电话/);
  expect((await seen(plain)).state).toBe('resolved');
  expect((await seen(door)).version).toBe(1);
});
