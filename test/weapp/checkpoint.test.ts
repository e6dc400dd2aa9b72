import { presented, credentialOf, statusListAt, trustListAt } from '../support/county';
import { type RunningApp, startApp, stopApps } from './support/app';
import { type Answers, backend, me, signedIn } from './support/resident';

afterEach(stopApps);
const minutes = 60_000;
const day = 24 * 60 * minutes;
const dutyPage = 'packages/checkpoint/duty/index';
const setUpCode = 'LK1:7K2M-9QXR-4TZA-0B8N';

const duty = () => ({
  id: '00000000-0000-4000-8000-0000000000e1',
  checkpoint: {
    id: '00000000-0000-4000-8000-0000000000e2',
    name: '东门',
    deskPhone: '0571-0808 0808',
  },
  endsAt: new Date(Date.now() + day).toISOString(),
});

/** A guard's phone; on duty from the start, or from when it was set up. */
async function gate(
  scans: readonly string[],
  { begun = true, own = {} as Answers } = {},
): Promise<RunningApp> {
  let onDuty = begun;
  const answers: Answers = {
    'GET /v1/me': () => ({ ...me(), grants: [] }),
    'GET /v1/trust-list': () => trustListAt(Date.now()),
    'GET /v1/status-lists/:id': () =>
      statusListAt(Date.now(), [{ index: 7, status: 1 }]).slice().buffer as ArrayBuffer,
    'GET /v1/checkpoint-duties': () => (onDuty ? [duty()] : []),
    'POST /v1/checkpoint-duties': () => {
      onDuty = true;
      return duty();
    },
    'PUT /v1/checkpoint-duties/:id/counts': () => undefined,
    'DELETE /v1/checkpoint-duties/:id': () => {
      onDuty = false;
      return undefined;
    },
    ...own,
  };
  const app = await startApp({ storage: signedIn(), scans, answer: backend(answers) });
  await app.openPage(dutyPage);
  return app;
}

const code = (change = {}, age = 0): string => presented(credentialOf(Date.now(), change), Date.now() - age);

/** One scan, to the screen it leads to. */
async function scan(app: RunningApp): Promise<void> {
  await app.waitFor('名单刚更新');
  await app.page().tap('扫码');
}

describe('a guard’s phone', () => {
  test('is set up by the officer’s code, scans, and ends its duty', async () => {
    const app = await gate([setUpCode, code()], { begun: false });
    await app.waitFor('这台手机当一天查验点');
    await app.page().tap('扫上岗码');
    await app.waitFor('自动结束');
    await app.until(() => JSON.stringify(app.calls.get('setNavigationBarTitle')).includes('东门查验'));
    expect(
      app.requests.find(({ method, path }) => `${method} ${path}` === 'POST /v1/checkpoint-duties'),
    ).toMatchObject({ body: { code: setUpCode } });
    await scan(app);
    await app.waitFor('张*兰');
    expect(app.went).toContain('navigateTo /packages/checkpoint/result/index');
    await app.page().tap('返回');
    await app.waitFor('通行 1 · 问 0 · 停 0');
    await app.page().tap('结束查验');
    await app.page().tap('结束');
    await app.waitFor('这台手机当一天查验点');
    const counted = app.requests.filter(({ path }) => path.endsWith('/counts')).map(({ body }) => body);
    expect(counted).toContainEqual({ hours: [expect.objectContaining({ pass: 1, ask: 0, stop: 0 })] });
  });

  test.each([
    ['green', code(), ['通行', '张*兰', '绿码 · 手机亮码'], 'vibrateShort', 1],
    [
      'a screenshot',
      // Codes change every half minute, and the age is rounded.
      code({}, 3.75 * minutes),
      ['病了、要生了、有危险？', '问一下', '这个码是 4 分钟前的'],
      'vibrateShort',
      2,
    ],
    [
      'revoked',
      code({ status: { list: 0, index: 7 } }),
      ['病了、要生了、有危险？', '停', '保持距离'],
      'vibrateLong',
      2,
    ],
    ['a web page', 'https://example.com', ['问一下', '这不是健康码'], 'vibrateShort', 2],
  ] as const)('with no network, on %s', async (_, scanned, says, vibrates, times) => {
    const app = await gate([scanned]);
    await app.waitFor('名单刚更新');
    app.setOnline(false);
    await scan(app);
    for (const words of says) await app.waitFor(words);
    await app.until(() => (app.calls.get(vibrates) ?? []).length === times);
    expect(app.calls.get('scanCode')).toMatchObject([{ onlyFromCamera: false, scanType: ['qrCode'] }]);
  });

  test('keeps nothing of who passed', async () => {
    const app = await gate([code({ maskedName: '李*' })]);
    await scan(app);
    await app.waitFor('李*');
    await app.page().tap('返回');
    await app.waitFor('通行 1');
    expect(JSON.stringify([...app.storage])).not.toMatch(/李\*|LL1:/);
  });

  test('who turns back from the scanner is where they were', async () => {
    const app = await gate([]);
    await scan(app);
    await app.until(() => (app.calls.get('scanCode') ?? []).length === 1);
    expect(app.went).toEqual([]);
    expect(app.page().text()).toContain('扫码');
  });

  test('calls 120 and the duty desk in one tap', async () => {
    const app = await gate([code({ colour: 'red' })]);
    await scan(app);
    await app.waitFor('保持距离');
    await app.page().tap('打 120');
    await app.page().tap('打给值班 0571-0808 0808');
    await app.until(() => (app.calls.get('makePhoneCall') ?? []).length === 2);
    expect(app.calls.get('makePhoneCall')).toMatchObject([
      { phoneNumber: '120' },
      { phoneNumber: '0571-0808 0808' },
    ]);
  });
});
