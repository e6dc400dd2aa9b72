import type { OutputOf } from '@contract/api';
import type { Page } from 'playwright-core';
import { callsOn } from './support/calls';
import { see, tap, write } from './support/hand';
import { toEverybody } from './support/notices';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
const { ask, tokenOf } = callsOn(() => stage);
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

/** The server takes the next of them, and its answer is lost on the way. */
async function loseNextAnswer(page: Page, path: string): Promise<void> {
  await page.route(
    `**${path}`,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}
const headlines = async (): Promise<string[]> => {
  const { notices } = await ask<OutputOf<'GET /v1/notices'>>(await tokenOf('resident'), '/v1/notices');
  return notices.flatMap(({ info }) => info.map(({ headline }) => headline));
};

test('a notice whose answer was lost goes out once, pressed again; and once it was changed, as another', async () => {
  const officer = await stage.open('officer', { path: 'packages/notice/publish/index' });
  await write(officer, '标题', '明天停水');
  await write(officer, '说清楚', '检修到 16:00');
  await toEverybody(officer);
  await loseNextAnswer(officer, '/v1/notices');
  await tap(officer, '现在发出');
  await officer.getByRole('alert').filter({ visible: true }).first().waitFor();
  expect((await headlines()).filter((one) => one === '明天停水')).toHaveLength(1);

  // As long as nothing was changed it is the same notice, though "for seven days" would end a little later by now.
  await loseNextAnswer(officer, '/v1/notices');
  await tap(officer, '现在发出');
  await officer.waitForTimeout(500);
  await tap(officer, '改');
  await write(officer, '标题', '后天停水');
  await tap(officer, '下一步');
  await tap(officer, '现在发出');
  await officer.waitForURL(/packages\/notice\/sent/);
  await see(officer, '后天停水');
  expect((await headlines()).filter((one) => one.endsWith('天停水')).sort()).toEqual([
    '后天停水',
    '明天停水',
  ]);
});
