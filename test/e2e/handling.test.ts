import type { ServiceRequest } from '@contract/api';
import { randomUUID } from 'node:crypto';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

async function ask<T>(token: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(stage.address + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      'idempotency-key': randomUUID(),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as T;
}
const tokenOf = async (code: string): Promise<string> =>
  (await ask<{ token: string }>('', '/v1/sessions', { provider: 'demo', code })).token;
const seen = (token: string, id: string) => ask<ServiceRequest>(token, `/v1/service-requests/${id}`);

async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await read()) === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(await read()).toBe(expected);
}

test('two of one cause are answered together; one is handed over twice and comes up; the other is disputed and done again', async () => {
  const resident = await tokenOf('resident');
  const file = () =>
    ask<ServiceRequest>(resident, '/v1/service-requests', {
      category: 'rubbish',
      answers: { what: ['bulky'], since: 'days' },
      place: { grid: '330106099001007' },
    });
  const [first, second] = [await file(), await file()];

  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await see(worker, /件像是一个原因/);
  await tap(worker, '选几件一起回');
  for (const { number } of [first, second])
    await worker.getByRole('checkbox', { name: new RegExp(`${number}$`) }).click();
  await write(worker, '一个原因，一起回', '清运车坏了，今天 17:00 前来清');
  await tap(worker, '回复 2 件');
  for (const { id } of [first, second]) await eventually(async () => (await seen(resident, id)).version, 3);
  expect((await seen(resident, second.id)).timeline.at(-1)?.words).toBe('清运车坏了，今天 17:00 前来清');

  for (const [persona, to] of [
    ['worker', '第 8 网格'],
    ['officer', '第 7 网格'],
  ] as const) {
    const page = await stage.open(persona, { path: `packages/request/detail/index?id=${first.id}` });
    await tap(page, '转给同事');
    await page.getByRole('radio', { name: to }).click();
    await write(page, /为什么转/, '不在我这边');
    await tap(page, '转给同事');
    await eventually(async () => (await seen(resident, first.id)).nodeName, to);
  }
  const officer = await stage.open('officer', { path: 'packages/desk/queue/index' });
  await officer.getByRole('tab', { name: /报上来 [1-9]/ }).click();
  await officer.getByRole('link', { name: /垃圾/ }).first().click();
  await see(officer, /转了两次，升到/);

  const page = await stage.open('worker', { path: `packages/request/detail/index?id=${second.id}` });
  await tap(page, '办好了');
  await page.getByRole('button', { name: '去看过了，办好了' }).click();
  await tap(page, /^办好了$/);
  const lan = await stage.open('resident', { path: `packages/request/detail/index?id=${second.id}` });
  await see(lan, '等你确认');
  await tap(lan, '没办好');
  await write(lan, '补充几句', '还有一袋');
  await tap(lan, '没办好');
  await see(lan, /说还没办好/);
  const now = await seen(resident, second.id);
  await ask(await tokenOf('worker'), `/v1/service-requests/${second.id}/events`, {
    event: 'resolve',
    version: now.version,
  });
  await tap(lan, '确认办好了');
  await see(lan, /前还能重新打开/);
});
