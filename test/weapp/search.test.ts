import { startApp, stopApps } from './support/app';
import { backend, signedIn } from './support/resident';
import { until } from './support/until';

afterEach(stopApps);

test('what one needs is found by its sound, opened, and offered again when the search next opens', async () => {
  const storage = signedIn();
  const app = await startApp({ storage, answer: backend() });
  await (await app.openPage('pages/services/index')).waitFor('有危险先打');
  await app.page().tap('想办什么？写一句就行');
  await app.waitFor('一个词、一句话、拼音都行');
  await app.page().type('想办什么？写一句就行', 'ldd');
  await app.waitFor('楼道堆物');
  expect(app.page().text()).not.toContain('停水');
  await app.page().tap('楼道堆物');
  await app.waitFor('堆在哪里');
  await until(
    () => JSON.stringify(storage.get('self/recent-categories')) === '["stairs-clutter"]',
    () => JSON.stringify(storage.get('self/recent-categories')),
  );
  // The catalogue is put by a moment after it was read.
  await app.until(() => JSON.stringify(storage.get('self/copies') ?? '').includes('stairs-clutter'));
  app.stop();

  const again = await startApp({ storage, answer: backend(), online: false });
  const page = await again.openPage('packages/request/search/index');
  await page.waitFor('最近办过');
  expect(page.text()).toContain('楼道堆物');
  await page.type('想办什么？写一句就行', '龘');
  await page.waitFor('没有这一类');
});
