import type { Page } from 'playwright-core';
import { see, tap } from './support/hand';
import { scanned, verdictOn } from './support/scan';
import { setStage, type Stage } from './support/stage';
import { spoken, withVoices } from './support/voices';

jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const minute = 60_000;
const gate = async (page: Page) => verdictOn(stage.address, await scanned(page));
const addressOf = (path: string, as = 'resident'): string => `${stage.address}/?as=${as}#/${path}`;

/** Until the gate says so: a code changes a moment after what it follows from. */
async function untilGate(page: Page, expected: object): Promise<void> {
  for (const end = Date.now() + 10_000; ; await page.waitForTimeout(250)) {
    const verdict = await gate(page).catch(() => undefined);
    if (verdict && Object.entries(expected).every(([key, value]) => verdict[key as 'result'] === value))
      return;
    if (Date.now() > end) expect(verdict).toMatchObject(expected);
  }
}

/** A phone somebody set to another time; `by` ms. */
async function setClock(page: Page, by: number): Promise<void> {
  await page.addInitScript((offset: number) => {
    const { now } = Date;
    Date.now = () => now() + offset;
  }, by);
}

test.each([
  ['slow', -4 * minute, '这部手机慢了 4 分钟，码已按标准时间走'],
  ['fast', 3 * 60 * minute, '这部手机快了 3 小时，码已按标准时间走'],
])('a phone whose clock is %s says so, and its code still passes', async (_, by, words) => {
  const page = await stage.open('neighbour', {
    path: 'pages/code/index',
    before: (opened) => setClock(opened, by),
  });
  await see(page, '绿码');
  await see(page, words);
  expect(await gate(page)).toMatchObject({ result: 'pass', maskedName: '陈*明' });
});

test('a phone set back while the page is open shows the right code at once, with no network', async () => {
  const page = await stage.open('neighbour', { path: 'pages/code/index' });
  await see(page, '绿码');
  await scanned(page);
  await page.context().setOffline(true);
  await page.evaluate((back: number) => {
    const { now } = Date;
    Date.now = () => now() - back;
  }, 10 * minute);
  await see(page, '这部手机慢了 10 分钟，码已按标准时间走');
  await page.waitForTimeout(500);
  expect(await gate(page)).toMatchObject({ result: 'pass' });
});

test('one tap, or one swipe, shows another of the family; each code passes, under each name', async () => {
  const page = await stage.open('resident', { path: 'pages/code/index' });
  await page.getByRole('radio', { name: '妈妈' }).waitFor();
  expect(await gate(page)).toMatchObject({ result: 'pass', maskedName: '张*兰' });
  await page.getByRole('radio', { name: '妈妈' }).click();
  await untilGate(page, { result: 'pass', maskedName: '李*珍' });

  await page.getByRole('radio', { name: '我' }).click();
  await untilGate(page, { maskedName: '张*兰' });
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 300 }] });
  await touch('touchStart', 300);
  await touch('touchMove', 180);
  await touch('touchMove', 80);
  await touch('touchEnd');
  await untilGate(page, { result: 'pass', maskedName: '林*满' });
  expect(await page.getByRole('radio', { name: '小满' }).getAttribute('aria-checked')).toBe('true');
});

test('showing asks the server for nothing', async () => {
  const page = await stage.open('resident', { path: 'pages/code/index' });
  await page.getByRole('radio', { name: '妈妈' }).waitFor();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/v1/')) asked.push(request.url());
  });
  for (const name of ['妈妈', '小满', '我']) {
    await page.getByRole('radio', { name }).click();
    await page.waitForTimeout(300);
    await scanned(page);
  }
  expect(asked.filter((url) => /health-codes|trust-list|family/.test(url))).toEqual([]);
});

test('the key cannot be read, not even by the app', async () => {
  const page = await stage.open('neighbour', { path: 'pages/code/index' });
  await see(page, '绿码');
  await scanned(page);
  const keys = await page.evaluate(
    () =>
      new Promise<{ extractable: boolean; usages: readonly string[] }[]>((resolve) => {
        const opening = indexedDB.open('linli');
        opening.onsuccess = () => {
          const all = opening.result.transaction('kept').objectStore('kept').getAll();
          all.onsuccess = () =>
            resolve(
              (all.result as { privateKey?: CryptoKey }[]).flatMap(({ privateKey }) =>
                privateKey ? [{ extractable: privateKey.extractable, usages: privateKey.usages }] : [],
              ),
            );
        };
      }),
  );
  expect(keys).toEqual([{ extractable: false, usages: ['sign'] }]);
});

test('an adult says yes to a helper, sees what they may, and ends it: the code on that phone is void at once', async () => {
  const helper = await stage.open('neighbour', { path: 'packages/family/ask/index?kind=helper' });
  await helper.getByRole('textbox', { name: '我怎么叫' }).fill('邻居大姐');
  await tap(helper, '给出一个码');
  const code = await scanned(helper);
  expect(code).toMatch(/^LF1:/);

  const helped = await stage.open('resident', { path: 'packages/family/agree/index' });
  await helped.getByRole('textbox', { name: /16 个字母/ }).fill(code);
  await tap(helped, '看看是谁');
  await see(helped, '陈*明 想替你办');
  await helped.getByRole('checkbox', { name: /亮码/ }).click();
  await tap(helped, /^同意$/);
  await see(helped, '好了，陈*明 现在能替你办');
  await see(helper, /邻居大姐.*同意了/);

  await helper.goto(addressOf('pages/code/index', 'neighbour'));
  await helper.getByRole('radio', { name: '邻居大姐' }).click();
  await untilGate(helper, { result: 'pass', maskedName: '张*兰' });
  await helper.context().setOffline(true);

  await helped.goto(addressOf('packages/family/home/index'));
  await helped.getByRole('link', { name: /陈\*明/ }).click();
  // Every phone of theirs that is on bears it by now.
  await see(helped, /^[1-9] 部$/);
  await tap(helped, '不再让 陈*明 替我办');
  await see(helped, /马上作废/);
  await tap(helped, '不再让 陈*明 替我办');
  await helped.getByRole('link', { name: /陈\*明/ }).waitFor({ state: 'hidden' });
  // Without a network the helper's phone does not know; the gate does.
  await untilGate(helper, { result: 'stop', reason: 'revoked' });
  await helper.context().setOffline(false);
  await helper.getByRole('radio', { name: '邻居大姐' }).waitFor({ state: 'detached', timeout: 20_000 });
});

test('a lost phone is ended from another: its codes are void, and it forgets them', async () => {
  const lost = await stage.open('resident', { path: 'pages/code/index' });
  await lost.getByRole('radio', { name: '妈妈' }).click();
  await untilGate(lost, { result: 'pass', maskedName: '李*珍' });
  await lost.context().setOffline(true);
  const code = await scanned(lost);

  const other = await stage.open('resident', { path: 'packages/settings/phones/index' });
  await see(other, '就是这部');
  const phones = other.getByRole('button', { name: '停用这部手机' });
  await phones.first().waitFor();
  for (let left = await phones.count(); left > 0; left -= 1) {
    await phones.first().click();
    await see(other, /全部作废/);
    await tap(other, '停用这部手机');
    await other.waitForFunction(
      (before: number) =>
        document.querySelectorAll('.phone').length <= before &&
        document.querySelectorAll('.ask-first').length === 0,
      left,
    );
  }
  await see(other, '停用了。那部手机上的码不能再用。');
  expect(await verdictOn(stage.address, code)).toMatchObject({ result: 'stop', reason: 'revoked' });

  await lost.context().setOffline(false);
  await see(lost, '还没有码');
});

describe('reading aloud', () => {
  async function elder(languages: readonly string[]): Promise<Page> {
    const page = await stage.open('neighbour', {
      path: 'pages/me/index',
      before: (opened) => withVoices(opened, languages),
    });
    await page.getByRole('switch').click();
    await page.getByRole('tab', { name: '亮码' }).first().click();
    await see(page, '绿码');
    return page;
  }

  test('says colour, name and until when, where the phone has a voice of the language', async () => {
    const page = await elder(['en-GB', 'zh-CN']);
    await tap(page, '读给我听');
    expect(await spoken(page)).toEqual([expect.stringMatching(/^绿码，陈某明，有效到明天/)]);
  });

  test('is not offered where it has none', async () => {
    const page = await elder(['en-GB']);
    await page.waitForTimeout(600);
    expect(await page.getByText('读给我听').filter({ visible: true }).count()).toBe(0);
  });
});
