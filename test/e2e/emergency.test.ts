import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { standAtTheGate } from './support/gate';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

async function persona(subject: string) {
  return stage.app.ports.store.people.of({ provider: 'demo', subject });
}

test('ended by two officers: no code is needed anywhere, nothing of it is left, and anyone can read what became of it', async () => {
  const resident = await stage.open('resident', { path: 'pages/code/index', offline: true });
  await see(resident, '绿码');
  await resident.getByRole('radio', { name: '妈妈' }).waitFor();
  await resident.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const guard = await stage.open('checkpoint', { path: 'packages/checkpoint/duty/index' });
  await standAtTheGate(guard);

  const officer = await stage.open('county-officer', {
    path: 'packages/desk/emergency/index',
  });
  await see(officer, '应急中 · II 级');
  await tap(officer, '结束应急');
  await write(officer, '为什么', '疫情过去了');
  await tap(officer, '提请');
  await see(officer, '等另一位区县干部签');
  // Nothing has changed by that.
  await see(resident, '绿码');

  const { proposals, emergencies } = stage.app.ports;
  const [first, second] = [await persona('county-officer'), await persona('county-officer-2')];
  const waiting = (await proposals.of(second)).find(({ state }) => state === 'waiting');
  expect(await proposals.sign(waiting?.id ?? '', first)).toMatchObject({
    ok: false,
    failure: 'own-proposal',
  });
  expect(await proposals.sign(waiting?.id ?? '', second)).toMatchObject({ ok: true });

  await see(resident, '现在不用码');
  await see(resident, /起，应急结束。/);
  await see(resident, /删完$/);
  await see(guard, '现在谁都不用码');
  await see(officer, '现在没有应急');

  // From a cold start without a network too.
  await resident.context().setOffline(true);
  await resident.reload();
  await see(resident, '现在不用码');
  expect(await resident.locator('.qr').count()).toBe(0);
  await resident.context().setOffline(false);
  await tap(resident, /公开记录/, 'link');
  await see(resident, '码的凭证');

  // Whoever is still asked for a code has somebody to tell.
  const asked = await stage.open('resident', { path: 'pages/code/index' });
  await tap(asked, /还有人要你亮码/, 'link');
  await write(asked, '怎么回事', '小区东门今天还要看码');
  await tap(asked, '发出去');
  await see(asked, '小区东门今天还要看码');

  const last = await emergencies.last();
  expect(last?.record?.counts['code_spell']).toBeGreaterThan(0);
  const { codeRegistry } = stage.app.ports;
  const { id } = await persona('resident');
  expect(await codeRegistry.phonesOf(id, id)).toBe(0);
  expect(existsSync(join(stage.dataDir, 'keys'))).toBe(false);
});
