import { type RunningApp, startApp, stopApps } from './support/app';
import { type Answers, backend, me, signedIn } from './support/resident';

afterEach(stopApps);

const number = '999999194903120023';
const code = '7K2M-9QXR-4TZA-0B8N';
const person = '00000000-0000-4000-8000-0000000000c1';

const desk: Answers = {
  'GET /v1/me': () => ({
    ...me(),
    grants: [{ role: 'worker', node: '330106109002003', nodeName: '第三网格' }],
  }),
  'POST /v1/confirmations': () => ({ outcome: 'confirmed', personId: person, maskedName: '孙*珍' }),
  'POST /v1/lost-phones': () => ({ phones: 2, personId: person, maskedName: '孙*珍' }),
  'GET /v1/paper-codes': () => [
    {
      id: '00000000-0000-4000-8000-0000000000d1',
      maskedName: '孙*珍',
      issuedAt: '2026-11-20T08:00:00.000Z',
      expiresAt: '2027-11-20T08:00:00.000Z',
    },
  ],
};

const atDesk = () => startApp({ storage: signedIn(), answer: backend(desk) });
const kept = (app: RunningApp): string => JSON.stringify([...app.storage]);
const sent = (app: RunningApp, path: string): unknown[] =>
  app.requests.flatMap((request) => (request.path === path ? [request.body] : []));

/** Copies are written a while after they were read: until one is that was read last. */
async function copied(app: RunningApp): Promise<void> {
  await app.openPage('pages/notices/index');
  await app.until(() => kept(app).includes('水管检修'));
}

async function fillIn(app: RunningApp): Promise<void> {
  await app.page().type('姓名', '孙玉珍');
  await app.page().type('证件号码', number);
}

async function confirm(app: RunningApp): Promise<void> {
  await app.openPage('packages/desk/confirm/index');
  await app.waitFor('看本人，看证件，扫一下');
  await app.page().type('扫不了就输入码', code);
  await app.page().tap('用这个码');
  await app.waitFor('扫到了确认码');
  await fillIn(app);
  await app.page().tap('确认');
  await app.waitFor('已确认');
}

async function endPhones(app: RunningApp): Promise<void> {
  await app.openPage('packages/desk/lost/index');
  await app.waitFor('看证件，停用丢了的手机');
  await fillIn(app);
  await app.page().tap('全部停用');
  await app.waitFor('停用了 2 部手机');
}

const seen = { name: '孙玉珍', documentNumber: number };

test.each([
  ['to confirm', confirm, '/v1/confirmations', { ...seen, code: `LC1:${code}` }],
  ['to end phones', endPhones, '/v1/lost-phones', seen],
] as const)(
  'a document’s number, read %s, goes out once, in a body, and is kept nowhere',
  async (_, act, path, body) => {
    const app = await atDesk();
    await act(app);
    expect(sent(app, path)).toEqual([body]);
    expect(app.attempts.filter((address) => address.includes(number))).toEqual([]);
    await copied(app);
    expect(kept(app)).not.toContain(number);
    expect(kept(app)).not.toContain('孙玉珍');
  },
);

test('without a network nothing waits to be sent: the number is on the page and nowhere else', async () => {
  const app = await atDesk();
  await app.openPage('packages/desk/lost/index');
  await app.waitFor('看证件，停用丢了的手机');
  await fillIn(app);
  app.setOnline(false);
  await app.page().tap('全部停用');
  await app.waitFor('没连上网，什么都没有改。填的都还在，连上再按一次。');
  expect(app.storage.get('self/outbox') ?? []).toEqual([]);
  expect(kept(app)).not.toContain(number);
  app.setOnline(true);
  await app.page().tap('全部停用');
  await app.waitFor('停用了 2 部手机');
});

test('a phone prints nothing and shows no paper code: it says where to print, and revokes', async () => {
  const app = await atDesk();
  await confirm(app);
  await app.page().tap('打印纸质码');
  await app.waitFor('手机上不打印');
  await app.waitFor('还能用的');
  await app.waitFor('作废');
  expect(app.page().text()).not.toContain('出一张');
  expect(app.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/paper-codes')).toEqual(
    [],
  );
  // Papers of others are looked at, not kept.
  await copied(app);
  expect(kept(app)).not.toContain('孙*珍');
});
