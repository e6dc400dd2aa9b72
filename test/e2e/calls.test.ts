import type { RequestSummary } from '@contract/api';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

async function ask<T>(path: string, token?: string, body?: object): Promise<T> {
  const answer = await fetch(stage.address + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as T;
}

test('from the card of my grid worker I ask to be called; the worker sees the number, calls and says it went', async () => {
  const number = '0571 5555 0142';
  const lan = await stage.open('resident', { path: 'packages/request/worker/index' });
  await see(lan, '能帮你办的');
  await tap(lan, '请 TA 打给我');
  await write(lan, '打哪个电话', number);
  await tap(lan, '提交');
  await see(lan, '请网格员打给我');

  const { token } = await ask<{ token: string }>('/v1/sessions', undefined, {
    provider: 'demo',
    code: 'resident',
  });
  const mine = () => ask<RequestSummary[]>('/v1/service-requests?open=true', token);
  let filed: RequestSummary | undefined;
  for (let tries = 0; !filed && tries < 40; tries += 1) {
    filed = (await mine()).find(({ category }) => category === 'call-me');
    if (!filed) await lan.waitForTimeout(250);
  }
  const worker = await stage.open('worker', { path: `packages/request/detail/index?id=${filed?.id ?? ''}` });
  await see(worker, `打给居民 ${number}`);
  await tap(worker, '接单');
  await tap(worker, '办好了');
  await worker.getByRole('radio', { name: '电话打通了' }).click();
  await tap(worker, /^办好了$/);
  await see(worker, '电话打通了');
  await worker.getByText(number).waitFor({ state: 'detached' });
});
