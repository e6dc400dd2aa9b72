import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, phone } from '../support/browser';
import { credentialOf, presented, signedAs } from '../support/county';
import { qrFilm, qrPicture } from '../support/qr-picture';
import { violations } from './support/axe';
import { onDuty, publish, sceneOf, standAtTheGate } from './support/gate';
import { setStage, type Stage, watch } from './support/stage';

jest.setTimeout(120_000);
const HOUR = 3_600_000;
const minutes = 60_000;
/** Made four minutes old; the scanner may type it so slowly that five is nearer. */
const fourMinutesOld = /^这个码是 [45] 分钟前的$/;
const dutyPage = 'packages/checkpoint/duty/index';
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const fresh = '名单刚更新';

test('by hand scanner, with no network and nothing focused: green passes, with the name to compare, and is counted', async () => {
  const { page, code, handScan } = await onDuty(stage, { offline: true });
  await page.getByText(fresh).waitFor();
  await page.context().setOffline(true);
  await handScan(code());
  await page.getByText('通行', { exact: true }).waitFor();
  await page.getByText('张*兰', { exact: true }).waitFor();
  await page.getByText('绿码 · 手机亮码').first().waitFor();
  expect(await page.getByText('病了').count()).toBe(0);
  await handScan(code());
  await page
    .getByText(/秒前刚扫过/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '返回' }).filter({ visible: true }).click();
  await page.getByText('通行 2 · 问 0 · 停 0').waitFor();
});

test('by camera, with no network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-camera-'));
  const film = join(folder, 'code.y4m');
  let browser: Browser | undefined;
  try {
    // A step ahead counts as now: so it still does when the browser has started.
    writeFileSync(film, await qrFilm(presented(credentialOf(Date.now()), Date.now() + 29_000)));
    browser = await launchBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    const context = await browser.newContext({ ...phone, locale: 'zh-CN', permissions: ['camera'] });
    const page = await context.newPage();
    watch(page);
    await publish(page);
    await page.goto(`${stage.address}/?as=checkpoint#/${dutyPage}`);
    await standAtTheGate(page);
    await page.getByText(fresh).waitFor();
    // The scanner is part of the app, but its piece is fetched when first used unless the service worker has it.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.getByRole('button', { name: '扫码' }).click();
    await page.getByText('通行', { exact: true }).waitFor();
    await page.getByText('张*兰', { exact: true }).waitFor();
  } finally {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('by picture, by pasted text, and back by the cross, Escape and the browser', async () => {
  const { page, code } = await onDuty(stage);
  const scan = page.getByRole('button', { name: '扫码' });
  const sheet = page.getByRole('dialog', { name: '对准对方的健康码' });

  await scan.click();
  await sheet.getByText('这里用不了相机').waitFor();
  await sheet.getByRole('button', { name: '关闭' }).click();
  await sheet.waitFor({ state: 'detached' });
  await scan.click();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await scan.click();
  await sheet.waitFor();
  await page.goBack();
  await sheet.waitFor({ state: 'detached' });
  await scan.waitFor();

  await scan.click();
  const picture = async (text: string) => ({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: await qrPicture(text, 500).png().toBuffer(),
  });
  const blank = await qrPicture('x', 40).blur(20).png().toBuffer();
  await page.locator('input[data-scan]').setInputFiles({
    name: 'blank.png',
    mimeType: 'image/png',
    buffer: blank,
  });
  await sheet.getByText('这张图里没找到二维码').waitFor();
  await page.locator('input[data-scan]').setInputFiles(await picture(code()));
  await page.getByText('通行', { exact: true }).waitFor();

  await page.getByRole('button', { name: '扫下一位' }).click();
  await sheet.getByRole('textbox', { name: '码的文字' }).fill(code({ maskedName: '李*' }));
  await sheet.getByRole('button', { name: '读取' }).click();
  await page.getByText('李*', { exact: true }).waitFor();
});

test('a screenshot is asked about, and stopped when it is shown again; then nothing of it is left', async () => {
  const { page, code, handScan } = await onDuty(stage, { offline: true });
  await page.getByText(fresh).waitFor();
  await page.context().setOffline(true);
  await page.clock.install();
  const screenshot = code({}, 4 * minutes);
  await handScan(screenshot);
  await page.getByText('问一下', { exact: true }).waitFor();
  await page.getByText(fourMinutesOld).waitFor();
  await page.getByText('等对方的码换一次，再扫', { exact: true }).waitFor();
  await page.getByText('病了、要生了、有危险？').waitFor();
  await page.getByRole('button', { name: '打 120' }).waitFor();
  await page.getByRole('button', { name: '打给值班 0571-0808 0808' }).waitFor();

  await page.clock.fastForward(31_000);
  await page.getByText('已清除，没留记录').waitFor();
  await handScan(screenshot);
  await page.getByText('停', { exact: true }).waitFor();
  await page.getByText('保持距离', { exact: true }).waitFor();
  expect(await page.locator('.gate-page').innerText()).not.toMatch(/张|红|黄|截图|图片/);

  await page.clock.fastForward(30_500);
  await page.getByText('已清除，没留记录').waitFor();
  expect(await page.getByText('停', { exact: true }).count()).toBe(0);
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('linli');
    const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const all = database.transaction('kept').objectStore('kept').getAll();
    return new Promise<string>((done) => (all.onsuccess = () => done(JSON.stringify(all.result))));
  });
  expect(kept).not.toContain('LL1:');
  expect(kept).not.toContain('张*兰');
});

test('a slow phone is asked about, and then known for one', async () => {
  const { page, code, handScan } = await onDuty(stage, { offline: true });
  await page.getByText(fresh).waitFor();
  await page.context().setOffline(true);
  await page.clock.install();
  await handScan(code({}, 4 * minutes));
  await page.getByText(fourMinutesOld).waitFor();
  await page.clock.fastForward(31_000);
  // The other phone's clock went on as well.
  await handScan(code({}, 4 * minutes - 31_000));
  await page.getByText(/^对方手机慢了 [45] 分钟$/).waitFor();
  await page.getByText('对一下证件上的名字', { exact: true }).waitFor();
});

test('revoked and red look the same, and neither says why', async () => {
  const { page, code, handScan } = await onDuty(stage, { set: [{ index: 7, status: 1 }] });
  await page.getByText(fresh).waitFor();
  const screens: string[] = [];
  for (const change of [{ status: { list: 0, index: 7 } }, { colour: 'red' as const }]) {
    await handScan(code(change));
    await page.getByText('停', { exact: true }).waitFor();
    const words = await page.locator('.gate-page').innerText();
    screens.push(words.replace(/\d+ 秒/, 'N 秒'));
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).click();
    await page.locator('.gate-scan').waitFor();
  }
  expect(screens[0]).toBe(screens[1]);
});

test('yellow says what to do and not what it is', async () => {
  const { page, code, handScan } = await onDuty(stage);
  await page.getByText(fresh).waitFor();
  await handScan(code({ colour: 'yellow' }));
  await page.getByText('打给值班，问怎么走', { exact: true }).waitFor();
  expect(await page.locator('.gate-page').innerText()).not.toMatch(/黄|张/);
});

test('a list older than a day is said where its age stands, and trusted for nobody', async () => {
  const { page, code, handScan } = await onDuty(stage, { listAge: 25 * HOUR });
  await page.getByText('名单超过 24 小时，先连网').waitFor();
  await handScan(code());
  await page.getByText('问一下', { exact: true }).waitFor();
  await page.getByText('名单超过 24 小时了', { exact: true }).waitFor();
  await page.getByText('名单超过 24 小时，先连网').filter({ visible: true }).waitFor();
});

test('a kind of signature that a phone cannot check is asked about online, in one tap', async () => {
  const { page, handScan } = await onDuty(stage, { trust: { alg: 'PS256' } });
  await page.getByText('名单不全').waitFor();
  await page.route('**/v1/health-codes/verify', (route) =>
    route.fulfill({
      json: { result: 'ask', reason: 'paper', act: 'compare-document', maskedName: '张*兰' },
    }),
  );
  await handScan(presented(signedAs('PS256', credentialOf(Date.now())), Date.now()));
  await page.getByText('这种码手机上查不了', { exact: true }).waitFor();
  await page.getByRole('button', { name: '连网查' }).click();
  await page.getByText('这是纸质码', { exact: true }).waitFor();
  await page.getByText('张*兰', { exact: true }).waitFor();
});

describe('a guard without a post', () => {
  const asOfficer = async (path: string, method: string, body?: unknown): Promise<unknown> => {
    const sign = async (): Promise<string> => {
      const answer = await fetch(`${stage.address}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ provider: 'demo', code: 'officer' }),
      });
      return ((await answer.json()) as { token: string }).token;
    };
    const answer = await fetch(stage.address + path, {
      method,
      headers: {
        authorization: `Bearer ${await sign()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.status === 204 ? undefined : answer.json();
  };
  const gates = async () =>
    (await asOfficer('/v1/checkpoints', 'GET')) as { id: string; duties: { id: string }[] }[];

  test('becomes a checkpoint by the officer’s code, and is none any more when the officer ends it', async () => {
    const [gate] = await gates();
    const { code } = (await asOfficer(`/v1/checkpoints/${gate!.id}/set-up-codes`, 'POST')) as {
      code: string;
    };
    const page = await stage.open('neighbour', { path: 'pages/me/index' });
    await page.getByRole('link', { name: /查验/ }).click();
    await page.getByRole('button', { name: '扫上岗码' }).click();
    await page.getByRole('textbox', { name: '码的文字' }).focus();
    await sceneOf(page).handScan(code);
    await page.getByText('东门查验').filter({ visible: true }).first().waitFor();
    await page.getByText(/自动结束/).waitFor();

    for (const { duties } of await gates())
      for (const { id } of duties) await asOfficer(`/v1/checkpoint-duties/${id}`, 'DELETE');
    await page.getByRole('button', { name: '扫上岗码' }).waitFor();
  });

  test('is told when the code is none', async () => {
    const page = await stage.open('resident', { path: dutyPage });
    await page.getByRole('button', { name: '扫上岗码' }).click();
    await page.getByRole('textbox', { name: '码的文字' }).focus();
    await sceneOf(page).handScan('LK1:AAAA-BBBB-CCCC-DDDD');
    await page.getByText('这个上岗码过期了或用过了').waitFor();
  });
});

test('what the product itself issues and publishes passes at its own gate', async () => {
  const resident = await stage.open('resident', { path: 'pages/code/index' });
  await resident.locator('.qr img').first().waitFor();
  const guard = await stage.open('checkpoint', { path: dutyPage });
  await standAtTheGate(guard);
  // A list in which nothing changed is signed anew every ten minutes.
  await guard.getByText(/名单(刚| \d+ 分钟前)更新/).waitFor();
  await guard.getByRole('button', { name: '扫码' }).click();
  const buffer = await resident.locator('.qr').first().screenshot();
  await guard.locator('input[data-scan]').setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer });
  await guard.getByText('通行', { exact: true }).waitFor();
  await guard.getByText('张*兰', { exact: true }).waitFor();
});

test.each([
  ['pass', {}, 0, '通行'],
  ['ask', {}, 4 * minutes, '问一下'],
  ['stop', { colour: 'red' as const }, 0, '停'],
])(
  'the screen of %s: nothing for axe to find, nothing cut off at double text size or in large text',
  async (_, change, age, word) => {
    const { page, code, handScan } = await onDuty(stage);
    await page.getByText(fresh).waitFor();
    await handScan(code(change, age));
    await page.getByText(word, { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      for (const root of document.querySelectorAll<HTMLElement>('.gate-page')) {
        root.style.setProperty('--text-scale', '2');
        root.classList.add('elder');
      }
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.gate-page *')]
        .filter((each) => each.checkVisibility() && !each.classList.contains('for-readers'))
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map(({ className, innerText }) => `${className}: ${innerText}`),
    );
    expect(cut).toEqual([]);
  },
);

test('the scanner’s sheet: nothing for axe to find', async () => {
  const { page } = await onDuty(stage);
  await page.getByRole('button', { name: '扫码' }).click();
  await page.getByText('这里用不了相机').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('the result is announced once, and at once', async () => {
  const { page, code, handScan } = await onDuty(stage);
  await page.getByText(fresh).waitFor();
  await handScan(code());
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.getAttribute('aria-live')).toBe('assertive');
  expect(await alert.innerText()).toBe('通行。请核对姓名。张*兰。绿码 · 手机亮码');
  // Seconds run below it and are not read out.
  await page.getByText('27 秒后清除').waitFor();
  expect(await alert.innerText()).toBe('通行。请核对姓名。张*兰。绿码 · 手机亮码');
});

test('pass, ask and stop are told apart by ear and by hand alone', async () => {
  const { page, code, handScan } = await onDuty(stage);
  await page.getByText(fresh).waitFor();
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    navigator.vibrate = (pattern) => told.push(`shakes ${String(pattern)}`) > 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      told.push(`sounds ${this.frequency.value}`);
      start.call(this, when);
    };
  });
  const heard: string[] = [];
  for (const [text, word] of [
    [code(), '通行'],
    [code({ maskedName: '李*' }, 4 * minutes), '问一下'],
    [code({ colour: 'red' }), '停'],
  ] as const) {
    await handScan(text);
    await page.getByText(word, { exact: true }).waitFor();
    heard.push(
      await page.evaluate(() => (window as unknown as { told: string[] }).told.splice(0).join(', ')),
    );
  }
  expect(heard.every((each) => each.includes('sounds') && each.includes('shakes'))).toBe(true);
  expect(new Set(heard).size).toBe(3);
});

test('the guard ends the duty, and sees first what that means', async () => {
  const { page } = await onDuty(stage);
  await page.getByRole('button', { name: '结束查验' }).click();
  await page.getByText('结束后要再查验').waitFor();
  await page.getByRole('button', { name: '结束', exact: true }).click();
  await page.getByRole('button', { name: '扫上岗码' }).waitFor();
});
