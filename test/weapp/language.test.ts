import { startApp, stopApps } from './support/app';
import { backend, notice, signedIn } from './support/resident';

afterEach(stopApps);

test.each([
  ['pages/code/index', {}, ['Green', 'Go ahead', 'Confirmed by the community']],
  ['pages/services/index', {}, ['In danger, call first', 'My grid worker 王*军', 'Stair light is out']],
  ['pages/notices/index', {}, ['Unread 1', 'Water off tomorrow']],
  ['pages/me/index', {}, ['1 open', 'Sign out']],
  ['packages/request/form/index', { category: 'stairs-clutter' }, ['Where it lies', '3 left to answer']],
  ['packages/notice/detail/index', { id: notice().id }, ['Pipes are mended']],
])('%s speaks English on an English phone', async (path, query, texts) => {
  const app = await startApp({ storage: signedIn(), language: 'en', answer: backend() });
  const page = await app.openPage(path, query);
  for (const text of texts) await page.waitFor(text);
  expect(page.text()).not.toMatch(/绿码|有危险先打|未读|退出登录|堆在哪里|水管检修/);
});

test('the language chosen in the app counts, and is remembered', async () => {
  const storage = signedIn();
  const first = await startApp({ storage, answer: backend() });
  await (await first.openPage('pages/me/index')).waitFor('退出登录');
  await first.page().tap('语言 Language');
  await first.waitFor('Sign out');
  first.stop();
  const second = await startApp({ storage, answer: backend() });
  await (await second.openPage('pages/notices/index')).waitFor('Unread 1');
});
