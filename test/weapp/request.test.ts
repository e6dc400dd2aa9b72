import { type RunningApp, startApp, stopApps } from './support/app';
import { backend, signedIn } from './support/resident';

afterEach(stopApps);

const filed = (app: RunningApp) =>
  app.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/service-requests');

/** Opens the form of a category from the services, as a resident does, and answers what is asked. */
async function fillIn(app: RunningApp): Promise<void> {
  await (await app.openPage('pages/services/index')).waitFor('楼道和环境');
  await app.page().tap('楼道和环境');
  await app.waitFor('楼道堆物');
  await app.page().tap('楼道堆物');
  await app.waitFor('堆在哪里');
  await app.page().tap('过道');
  await app.page().tap('纸箱');
  await app.waitFor('还有 1 题没答');
  await app.page().tap('要侧身');
  await app.waitFor('小时内接单');
  await app.page().type('还想说的', '三楼');
}

const body = {
  category: 'stairs-clutter',
  answers: { where: 'corridor', what: ['boxes'], passable: 'sideways' },
  words: '三楼',
  place: { grid: '330106109002003' },
};

test('a request is filed once, under a key of its own', async () => {
  const app = await startApp({ storage: signedIn(), answer: backend() });
  await fillIn(app);
  await app.page().tap('提交');
  await app.waitFor('已接单');
  expect(app.went.at(-1)).toBe('redirectTo /packages/request/mine/index');
  expect(filed(app)).toHaveLength(1);
  expect(filed(app)[0]).toMatchObject({
    headers: { 'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    body,
  });
  expect(app.storage.get('self/outbox')).toEqual([]);
});

test('filed without a network it waits, survives a restart, and goes out once there is one', async () => {
  const storage = signedIn();
  const online = await startApp({ storage, answer: backend() });
  await fillIn(online);
  online.setOnline(false);
  await online.page().tap('提交');
  await online.waitFor('等着发');
  expect(filed(online)).toEqual([]);
  const [kept] = storage.get('self/outbox') as { id: string }[];
  online.stop();

  const offline = await startApp({ storage, answer: backend(), online: false });
  await (await offline.openPage('packages/request/mine/index')).waitFor('没发出去，内容都还在。有网自动发。');
  expect(offline.page().text()).toContain('楼道堆物');
  expect(filed(offline)).toEqual([]);

  offline.setOnline(true);
  await offline.until(() => filed(offline).length > 0);
  await offline.waitFor('楼道灯不亮');
  await offline.until(() => !offline.page().text().includes('等着发'));
  expect(filed(offline)).toHaveLength(1);
  expect(filed(offline)[0]).toMatchObject({ headers: { 'idempotency-key': kept?.id }, body });
});

test('cut off before the answer came, it is sent again under the same key', async () => {
  let cut = true;
  const app = await startApp({
    storage: signedIn(),
    answer: (asked) => {
      if (cut && asked.method === 'POST' && asked.path === '/v1/service-requests') {
        cut = false;
        throw new Error('cut');
      }
      return backend()(asked);
    },
  });
  await fillIn(app);
  await app.page().tap('提交');
  await app.until(() => filed(app).length === 2);
  const [first, second] = filed(app).map(({ headers }) => headers['idempotency-key']);
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).toBe(first);
});

test('a draft is there again after a restart', async () => {
  const storage = signedIn();
  const first = await startApp({ storage, answer: backend() });
  await fillIn(first);
  await first.until(() => JSON.stringify(storage.get('self/copies') ?? '').includes('stairs-clutter'));
  first.stop();
  const second = await startApp({ storage, answer: backend(), online: false });
  await (
    await second.openPage('packages/request/form/index', { category: 'stairs-clutter' })
  ).waitFor('草稿已存');
  expect(
    second
      .page()
      .withAttribute('value')
      .map(({ value }) => value),
  ).toContain('三楼');
});

test('an answer that means danger says whom to call at once', async () => {
  const app = await startApp({ storage: signedIn(), answer: backend() });
  await fillIn(app);
  await app.page().tap('电动车');
  await app.waitFor('正在充电或冒烟，人先离开');
  await app.page().tap('打 119');
  expect(app.calls.get('makePhoneCall')).toMatchObject([{ phoneNumber: '119' }]);
});
