import type { OutputOf, PrintedPaperCode } from '@contract/api';
import { privacyVersion } from '@contract/personal-data/privacy-text';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { inventedNumber } from '../../src/backend/demo/documents';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name }).filter({ visible: true }).first().click();
/** A call as a persona, on a session of its own unless one is given. */
async function ask<T>(
  method: string,
  path: string,
  { token, body, key }: { token?: string; body?: unknown; key?: string } = {},
): Promise<{ status: number; body: T }> {
  const answer = await fetch(stage.address + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

const tokenOf = async (persona: string): Promise<string> =>
  (
    await ask<OutputOf<'POST /v1/sessions'>>('POST', '/v1/sessions', {
      body: { provider: 'demo', code: persona },
    })
  ).body.token;

/** What the resident’s phone shows to be confirmed by. */
const confirmationCode = async (token: string): Promise<string> =>
  (
    await ask<OutputOf<'POST /v1/confirmation-codes'>>('POST', '/v1/confirmation-codes', {
      token,
      body: {},
    })
  ).body.code;

const verdict = async (code: string): Promise<OutputOf<'POST /v1/health-codes/verify'>> =>
  (
    await ask<OutputOf<'POST /v1/health-codes/verify'>>('POST', '/v1/health-codes/verify', {
      body: { code },
    })
  ).body;

/** Types the code of another phone and what the document says. */
async function confirmByCode(page: Page, code: string, name: string, number: string): Promise<void> {
  await write(page, '扫不了就输入码', code);
  await tap(page, '用这个码');
  await write(page, '姓名', name);
  await write(page, '证件号码', number);
  await tap(page, /^确认$/);
}

/** As the demo’s first person has shown it. */
const zhang = inventedNumber('1980-01-01', 1);

test('a worker confirms a resident by the code on their phone; the number is on no page, in no address, kept nowhere', async () => {
  const token = await tokenOf('resident');
  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  const addresses: string[] = [];
  worker.on('request', (request) => addresses.push(request.url()));
  await follow(worker, '确认身份');
  await confirmByCode(worker, (await confirmationCode(token)).toLowerCase(), '张桂兰', zhang);
  await see(worker, '已确认');
  await see(worker, '张*兰');
  expect(await worker.locator('body').innerText()).not.toContain(zhang);
  expect(addresses.filter((address) => address.includes(zhang))).toEqual([]);
  const kept = await worker.evaluate(async () => {
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames)
        all.push(
          await new Promise((resolve) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => resolve(reading.result);
          }),
        );
    }
    return JSON.stringify(all);
  });
  expect(kept).toContain('token');
  expect(kept).not.toContain(zhang);
  const me = await ask<OutputOf<'GET /v1/me'>>('GET', '/v1/me', { token });
  expect(me.body.confirmed).toBe(true);
});

test('what was typed of a document is gone when the page was left', async () => {
  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await follow(worker, '手机丢了');
  await write(worker, '证件号码', zhang);
  await worker.getByRole('button', { name: '返回' }).filter({ visible: true }).click();
  await follow(worker, '手机丢了');
  expect(await worker.getByRole('textbox', { name: '证件号码' }).filter({ visible: true }).inputValue()).toBe(
    '',
  );
  expect(
    await worker
      .getByRole('textbox', { name: '证件号码' })
      .filter({ visible: true })
      .getAttribute('autocomplete'),
  ).toBe('off');
});

test('a wrong code, a used one and a wrong number are said, with what to do next', async () => {
  const token = await tokenOf('resident');
  const worker = await stage.open('worker', { path: 'packages/desk/confirm/index' });
  await write(worker, '扫不了就输入码', 'LF1:0000-0000-0000-0000');
  await tap(worker, '用这个码');
  await see(worker, '这不是 LC1 开头的码。请对方在手机上重新打开，再扫一次。');
  await confirmByCode(worker, '0000-0000-0000-0000', '张桂兰', zhang);
  await see(worker, '这个确认码过期了或用过了。请对方在手机上重新打开。');
  await tap(worker, '重扫');
  await confirmByCode(
    worker,
    await confirmationCode(token),
    '张桂兰',
    `${zhang.slice(0, 17)}${zhang.endsWith('1') ? '2' : '1'}`,
  );
  await see(worker, '证件号码不对，请对着证件再看一遍。');
});

test('from one phone to the other: a guardian shows the child’s code, the child of fifteen is asked itself, the page says so', async () => {
  const token = await tokenOf('resident');
  const bornOn = `${new Date().getFullYear() - 15}-01-01`;
  const { body: child } = await ask<OutputOf<'POST /v1/family/children'>>('POST', '/v1/family/children', {
    token,
    key: 'a-child-of-fifteen',
    body: { name: '林大满', calledAs: '大满', bornOn },
  });
  const guardian = await stage.open('resident', { path: `packages/family/confirm/index?family=${child.id}` });
  const letters = await guardian.locator('.letters').innerText();
  const worker = await stage.open('worker', { path: 'packages/desk/confirm/index' });
  await confirmByCode(worker, letters, '林大满', inventedNumber(bornOn, 806));
  await see(worker, '满 14 岁的孩子要自己同意。请先问过孩子，再勾选。');
  await worker.getByRole('checkbox', { name: '孩子自己同意' }).click();
  await tap(worker, /^确认$/);
  await see(worker, '林*满');
  await see(guardian, '确认好了');
});

test('the same document on a second account: no second code; the desk keeps them apart, or makes them one', async () => {
  const number = inventedNumber('1995-05-01', 808);
  const worker = await stage.open('worker', { path: 'packages/desk/confirm/index' });
  await follow(worker, /对方没有手机/);
  await write(worker, '姓名', '周晓雯');
  await write(worker, '证件号码', number);
  await tap(worker, /^确认$/);
  await see(worker, '已确认');
  await tap(worker, '再确认一位');

  const token = await tokenOf('outsider');
  await ask('PUT', '/v1/me/privacy-consent', { token, body: { version: privacyVersion } });
  await ask('PATCH', '/v1/me', { token, body: { home: { node: '330106099001007' } } });
  const me = async () => (await ask<OutputOf<'GET /v1/me'>>('GET', '/v1/me', { token })).body;
  const second = await me();
  await confirmByCode(worker, await confirmationCode(token), '周晓雯', number);
  await see(worker, '这个人已经有账号');
  await see(worker, /一个人只有一个码/);
  await follow(worker, /^不并/);
  await see(worker, '没有并');
  expect(await me()).toMatchObject({ id: second.id, confirmed: false });

  await tap(worker, '再确认一位');
  const newcomer = await stage.open('outsider', { path: 'pages/me/index' });
  await follow(newcomer, /让社区确认/);
  await confirmByCode(worker, await newcomer.locator('.letters').innerText(), '周晓雯', number);
  await see(worker, '这个人已经有账号');
  await tap(worker, '并成一个');
  await see(worker, '并好了');
  await see(newcomer, '确认好了');
  const joined = await me();
  expect(joined.confirmed).toBe(true);
  expect(joined.id).not.toBe(second.id);
});

/** The QR as it comes out of the printer, read by a decoder that is not ours. */
async function readPrinted(page: Page): Promise<string> {
  const { data, info } = await sharp(await page.locator('.sheet-qr').screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

const millimetres = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
/** Width and height of each page, mm. */
const pagesOf = (pdf: Buffer): [number, number][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    millimetres(width),
    millimetres(height),
  ]);

test.each([
  ['A6，折一下放得进钱包', [105, 148], '孙玉珍', '1938-07-06'],
  ['A4', [210, 297], '钱守义', '1941-09-17'],
] as const)(
  'somebody without a phone gets a code on paper, %s: one page, read, asked about, revoked',
  async (size, page, name, bornOn) => {
    const worker = await stage.open('worker', { path: 'packages/desk/confirm/index' });
    await follow(worker, /对方没有手机/);
    await write(worker, '姓名', name);
    await write(worker, '证件号码', inventedNumber(bornOn, 804));
    await tap(worker, /^确认$/);
    await see(worker, '已经登记在你负责的地方。证件号码没有保存。');
    await tap(worker, '打印纸质码');
    await see(worker, '还没有纸质码');
    await worker.getByRole('radio', { name: size }).click();
    const answered = worker.waitForResponse(
      (response) => response.url().endsWith('/v1/paper-codes') && response.request().method() === 'POST',
    );
    await tap(worker, '出一张');
    const { code } = (await (await answered).json()) as PrintedPaperCode;
    await see(worker, /凭证件核对/);

    expect(pagesOf(await worker.pdf({ preferCSSPageSize: true }))).toEqual([page]);
    // As many px as a browser lays out on that paper.
    await worker.setViewportSize({
      width: Math.round((page[0] / 25.4) * 96),
      height: Math.round((page[1] / 25.4) * 96),
    });
    await worker.emulateMedia({ media: 'print' });
    const words = await worker.locator('body').innerText();
    expect(words).toMatch(/健康码 · Health code/);
    expect(words).toContain(`${name.slice(0, 1)}*${name.slice(-1)}`);
    expect(words).toMatch(/用到 \d{4} 年/);
    expect(words).toContain('Compare with a document');
    expect(words).toMatch(/丢了：.*作废/);
    // Nothing of the app around it.
    expect(words).not.toMatch(/打印|另出一张|工作台/);
    const side = (await worker.locator('.sheet-qr').boundingBox())?.width ?? 0;
    expect((side / 96) * 25.4).toBeGreaterThanOrEqual(40);
    expect(await readPrinted(worker)).toBe(code);
    expect(await verdict(code)).toMatchObject({ result: 'ask', reason: 'paper' });

    await worker.emulateMedia({ media: 'screen' });
    await tap(worker, '另出一张');
    await tap(worker, /^作废.*出的纸质码$/);
    await see(worker, '作废以后，门岗会拦下这张纸。');
    await tap(worker, /^作废$/);
    await see(worker, '还没有纸质码');
    expect(await verdict(code)).toMatchObject({ result: 'stop', reason: 'revoked' });
  },
);

test('a lost phone: the desk ends every phone of the person by their document, and says how many', async () => {
  const token = await tokenOf('resident');
  expect((await ask('GET', '/v1/me', { token })).status).toBe(200);
  const worker = await stage.open('worker', { path: 'packages/desk/lost/index' });
  await write(worker, '姓名', '张桂兰');
  await write(worker, '证件号码', zhang);
  await tap(worker, '全部停用');
  await see(worker, /停用了 \d+ 部手机/);
  expect((await ask('GET', '/v1/me', { token })).status).toBe(401);
  // Until there is a new one, a paper code: nobody reads the document twice.
  await follow(worker, '打印纸质码');
  await see(worker, '给 张*兰');
});

test('a yes said to the worker: whom, with what, and the helper has just that', async () => {
  const helper = await tokenOf('resident');
  const { body: asked } = await ask<OutputOf<'POST /v1/family/asks'>>('POST', '/v1/family/asks', {
    token: helper,
    body: { kind: 'helper', calledAs: '孙阿姨' },
  });
  const worker = await stage.open('worker', { path: 'packages/desk/confirm/index' });
  await follow(worker, /对方没有手机/);
  await write(worker, '姓名', '孙玉珍');
  await write(worker, '证件号码', inventedNumber('1938-07-06', 804));
  await tap(worker, /^确认$/);
  await follow(worker, /记下家人代办/);
  await write(worker, '扫不了就输入码', asked.code);
  await tap(worker, '用这个码');
  await see(worker, '张*兰');
  await worker.getByRole('checkbox', { name: '亮码' }).click();
  await worker.getByRole('checkbox', { name: '报事' }).click();
  await tap(worker, '记下本人的同意');
  await see(worker, '张*兰 可以替 孙*珍：亮码、报事。孙*珍 随时能一个人结束。');
  const { body: family } = await ask<OutputOf<'GET /v1/family'>>('GET', '/v1/family', { token: helper });
  expect(family.members).toContainEqual(
    expect.objectContaining({ maskedName: '孙*珍', kind: 'helper', may: ['show', 'file'], state: 'active' }),
  );
});

test('an officer opens a checkpoint, shows a set-up code, sees who is on duty, ends it', async () => {
  const officer = await stage.open('officer', { path: 'packages/desk/queue/index' });
  await follow(officer, '门岗');
  await tap(officer, '开一个门岗');
  await write(officer, '叫什么', '测试东门');
  await write(officer, '值班电话', '0571-5555-0199');
  await tap(officer, '开门岗');
  await see(officer, '测试东门');
  await tap(officer, '给测试东门出上岗码');
  await see(officer, /还能用 \d+ 分钟/);
  const letters = await officer.locator('.letters').innerText();
  expect(letters).toMatch(/^(?:[0-9A-Z]{4} ?){4}$/);
  expect(await officer.locator('.set-up .qr img').count()).toBe(1);

  const guard = await tokenOf('neighbour');
  const { status } = await ask('POST', '/v1/checkpoint-duties', { token: guard, body: { code: letters } });
  expect(status).toBe(201);
  await tap(officer, '收起');
  await see(officer, '现在在岗');
  await tap(officer, /^结束 .* 的值守$/);
  await tap(officer, /^结束$/);
  await see(officer, '现在没有人在岗');
});

test('without a network the desk says so, keeps what was typed on the page, and does it once there is one', async () => {
  const token = await tokenOf('resident');
  const code = await confirmationCode(token);
  const worker = await stage.open('worker', { path: 'packages/desk/confirm/index' });
  await see(worker, '看本人，看证件，扫一下');
  await worker.context().setOffline(true);
  await confirmByCode(worker, code, '张桂兰', zhang);
  await see(worker, '没连上网，什么都没有改。填的都还在，连上再按一次。');
  await worker.context().setOffline(false);
  await tap(worker, /^确认$/);
  await see(worker, '已确认');
});

test('who serves nowhere is told whose page it is', async () => {
  const outsider = await stage.open('outsider', { path: 'packages/desk/confirm/index' });
  await see(outsider, '这一页给网格员和社区干部用');
  const worker = await stage.open('worker', { path: 'packages/desk/gates/index' });
  await see(worker, '这一页给网格员和社区干部用');
});
