import { startApp, stopApps } from './support/app';
import { backend, notice, signedIn } from './support/resident';

afterEach(stopApps);

/** A phone on which everything was read once, and the app closed. */
async function readOnce(): Promise<Map<string, unknown>> {
  const storage = signedIn();
  const app = await startApp({ storage, answer: backend() });
  await (await app.openPage('pages/services/index')).waitFor('王*军');
  await (await app.openPage('pages/notices/index')).waitFor('停水');
  await (await app.openPage('packages/request/choose/index', { group: 'stairs' })).waitFor('楼道堆物');
  await app.until(() => JSON.stringify(storage.get('self/copies') ?? '').includes('stairs-clutter'));
  app.stop();
  return storage;
}

test.each([
  ['pages/services/index', {}, '我的网格员 王*军'],
  ['pages/notices/index', {}, '明天 9:00–16:00 停水'],
  ['pages/me/index', {}, '虚构社区 · 第三网格'],
  ['packages/request/form/index', { category: 'stairs-clutter' }, '堆在哪里'],
  ['packages/notice/detail/index', { id: notice().id }, '水管检修'],
])('%s opens from cold without a network', async (path, query, text) => {
  const app = await startApp({ storage: await readOnce(), answer: backend(), online: false });
  const page = await app.openPage(path, query);
  await page.waitFor(text);
  await page.waitFor('没有网络');
});

test('a copy nobody looked at for a while is still there', async () => {
  const app = await startApp({ storage: await readOnce(), answer: backend(), online: false });
  await (await app.openPage('pages/code/index')).waitFor('没有网络');
  // Long enough for whatever would clear it away at once.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await (
    await app.openPage('packages/request/form/index', { category: 'stairs-clutter' })
  ).waitFor('堆在哪里');
});
