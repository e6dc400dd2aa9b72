import type { ProposalView } from '../../src/contract/api';
import type { Page } from 'playwright-core';
import { violations } from './support/axe';
import { see, tap } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

/** At the desk, on a page opened anew: the eighth grid's level. */
async function setLevel(officer: Page, level: RegExp): Promise<void> {
  await officer.reload();
  await tap(officer, '第 8 网格', 'radio');
  await tap(officer, level, 'radio');
  await officer.getByRole('textbox').nth(0).fill('7 天内有新增');
  await officer.getByRole('textbox').nth(1).fill('New cases within 7 days');
  await tap(officer, '提交');
}

/** The second official looks at what waits, and signs it. */
async function sign(as: string): Promise<ProposalView> {
  const call = async <T>(path: string, token?: string, body?: object): Promise<T> => {
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const post = { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${stage.address}/v1${path}`, { headers, ...(body ? post : {}) });
    return (await answer.json()) as T;
  };
  const { token } = await call<{ token: string }>('/sessions', undefined, { provider: 'demo', code: as });
  const [waiting] = await call<ProposalView[]>('/proposals', token);
  return call<ProposalView>(`/proposals/${waiting?.id ?? ''}/signature`, token, {});
}

test('a level raised by two officials turns those who live there, and lowered by one turns them back', async () => {
  const code = await stage.open('neighbour', { path: 'pages/code/index' });
  const officer = await stage.open('officer', { path: 'packages/desk/levels/index' });
  const map = await stage.open('neighbour', { path: 'packages/health/map/index' });
  await see(code, '绿码');
  await see(map, '你家这里：低风险');
  await map.getByRole('radio', { name: '第 11 网格：中风险' }).waitFor();

  await setLevel(officer, /高风险$/);
  await see(officer, '等第二个人签字');
  await see(code, '绿码');
  expect(await sign('county-officer')).toMatchObject({ state: 'applied', needsLevelAbove: false });
  await see(code, '黄码');
  await map.reload();
  await see(map, '你家这里：高风险');
  await see(map, '7 天内有新增');
  expect(await violations(map)).toEqual([]);

  await setLevel(officer, /低风险$/);
  await see(officer, '已经降级');
  await see(code, '绿码');
  await map.reload();
  await see(map, '你家这里：低风险');
  await see(map, '以前');
});
