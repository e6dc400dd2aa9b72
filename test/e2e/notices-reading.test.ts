import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { demoBuilding, demoCommunity, demoGrid } from '../../src/backend/demo/places';
import { launchPhone } from '../support/browser';
import { plainPdf } from '../support/pdf';
import { callsOn } from './support/calls';
import { see, shown, tap, write } from './support/hand';
import { hang, hangAsking, inHours } from './support/hung';
import { setStage, type Stage, watch } from './support/stage';
import { spoken, withVoices } from './support/voices';

jest.setTimeout(120_000);
let stage: Stage;
const { ask, tokenOf } = callsOn(() => stage);
const inbox = 'pages/notices/index';
const hearing = 'packages/notice/settings/index';
const unanswered = 'packages/desk/unanswered/index';
const hour = 3_600_000;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

/** Not there, once what is there has been drawn. */
const gone = (page: Page, text: string | RegExp): Promise<void> =>
  shown(page, text).waitFor({ state: 'detached' });
const count = (page: Page, text: string | RegExp): Promise<number> =>
  page.getByText(text).filter({ visible: true }).count();
const settings = async (as: string, body: object): Promise<void> => {
  const answer = await fetch(`${stage.address}/v1/me/notice-settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(as)}` },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(204);
};

test('a policy says who, what to bring, until when and where; the family is matched here; one tap to the service', async () => {
  const page = await stage.open('resident', { path: inbox });
  await tap(page, '政策', 'tab');
  await tap(page, /70 岁以上老人/, 'link');
  for (const words of [
    /^1956 年底以前出生/,
    '身份证，或者市民卡',
    '12 月 31 日截止',
    '青石街道社区卫生服务中心',
  ])
    await see(page, words);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await tap(page, /看看你和家人符不符合/, 'link');
  await write(page, /^妈妈.*的出生年月$/, '1951.3');
  await write(page, /^我的出生年月$/, '1980-01');
  await tap(page, '存在这台手机上');
  await see(page, /^妈妈 李\*珍 年龄符合$/);
  await page.reload();
  await see(page, /^妈妈 李\*珍 年龄符合$/);
  expect(sent.filter((said) => /1951|1980/.test(said))).toEqual([]);
  await tap(page, '请网格员：帮我代办');
  await page.waitForURL(/request\/form\/index\?category=papers-for-me/);
  await see(page, '办什么');
});

test('is read aloud, all of it, where the phone has a voice; with a file that opens without a network', async () => {
  const { pdfs, store } = stage.app.ports;
  const { id: ownerId } = await store.people.of({ provider: 'demo', subject: 'officer' });
  const put = await pdfs.put(ownerId, plainPdf());
  if (!put.ok) throw new Error(put.failure);
  const { id, bytes } = put.value;
  await hang(stage, {
    include: [demoCommunity],
    zh: ['电梯下周二检修', '上午停两小时'],
    attachments: [{ id, name: '检修安排.pdf', type: 'application/pdf', bytes }],
  });
  const page = await stage.open('resident', {
    path: inbox,
    before: (opened) => withVoices(opened, ['zh-CN']),
  });
  await tap(page, /电梯下周二检修/, 'link');
  await tap(page, '读给我听');
  expect(await spoken(page)).toEqual(['电梯下周二检修。上午停两小时']);
  await see(page, /没网也能看/);
  await page.context().setOffline(true);
  const saved = page.waitForEvent('download');
  await tap(page, /检修安排\.pdf/, 'link');
  const file = join(stage.dataDir, 'saved.pdf');
  await (await saved).saveAs(file);
  expect(readFileSync(file)).toEqual(plainPdf());
});

describe('a notice that asks for an answer', () => {
  test('I know, and for grandmother too; said without a network it goes out later', async () => {
    const { eventId } = await hangAsking(stage);
    const page = await stage.open('resident', { path: inbox, offline: true });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await tap(page, /今晚换燃气管/, 'link');
    await see(page, /前没回复的，网格员可能上门$/);
    // Whom I answer for comes by a call of its own.
    await see(page, /^妈妈 李\*珍也知道了$/);
    await page.context().setOffline(true);
    await tap(page, /^妈妈 李\*珍也知道了$/);
    await tap(page, '我已知晓');
    await see(page, '你已知晓');
    await see(page, '妈妈 李*珍已知晓');
    await see(page, '有网了就发出去');
    const known = async () =>
      (await ask<{ acknowledgedFor: string[] }>(await tokenOf('resident'), `/v1/notices/${eventId}`))
        .acknowledgedFor.length;
    expect(await known()).toBe(0);
    await page.context().setOffline(false);
    await gone(page, '有网了就发出去');
    await see(page, '你已知晓');
    expect(await known()).toBe(2);
  });

  test('its worker sees a door from the announced hour on, until somebody answers there, and to its end', async () => {
    await settings('resident', { door: '2 单元 402', lookIn: ['alone'] });
    const headline = '今晚查楼道电线，19:00 前回个话';
    await hangAsking(stage, { include: [demoGrid(7)], zh: [headline] });
    const worker = await stage.open('worker', { path: unanswered });
    expect(await count(worker, headline)).toBe(0);
    stage.clock.forward(2 * hour);
    await worker.reload();
    await see(worker, new RegExp(headline));
    await see(worker, '桂语苑 5 幢 2 单元 402');
    // Why is nobody's to read.
    expect(await worker.content()).not.toMatch(/一个人住|alone/);

    const lan = await stage.open('resident', { path: inbox });
    await tap(lan, new RegExp(headline), 'link');
    // The phone says so before the server has heard of it.
    const heard = lan.waitForResponse(/\/acknowledgements\//);
    await tap(lan, '我已知晓');
    await see(lan, '你已知晓');
    await heard;
    await worker.reload();
    await see(worker, new RegExp(headline));
    // The list kept from before is shown until the server has answered.
    await gone(worker, '桂语苑 5 幢 2 单元 402');
    await see(worker, '都回复了');
    stage.clock.forward(6 * hour);
    await worker.reload();
    await see(worker, '现在没有要上门的');
    // Who looked at whose door is theirs to see.
    await lan.goto(`${stage.address}/?as=resident#/packages/settings/my-data/index`);
    await see(lan, /网格员 看了/);
    await settings('resident', { door: null, lookIn: [] });
  });
});

test('a parent’s community is followed by its name, seen once, called as I call it, and left again', async () => {
  const there = '330106099002';
  const page = await stage.open('resident', { path: hearing });
  await write(page, '找村或社区', '听泉');
  await tap(page, /听泉社区/, 'link');
  await write(page, '你怎么叫这里', '妈妈家');
  await tap(page, '关注听泉社区');
  await see(page, '不再关注妈妈家');
  await hang(stage, { include: [there], node: there, zh: ['听泉社区明天打扫水箱'] });
  await hang(stage, { include: [there, demoCommunity], node: '330106099', zh: ['两个社区一起量血压'] });

  const list = await stage.open('resident', { path: inbox });
  await see(list, '听泉社区明天打扫水箱');
  await see(list, '妈妈家');
  // For both of my places, and one card.
  expect(await count(list, '两个社区一起量血压')).toBe(1);
  await tap(page, '不再关注妈妈家');
  await gone(list, '听泉社区明天打扫水箱');
  expect(await count(list, '两个社区一起量血压')).toBe(1);
});

test('a kind I muted is not shown; what life may hang on is, above every tab', async () => {
  await hang(stage, { include: [demoCommunity], category: 'Env', zh: ['河边清淤有气味'] });
  const list = await stage.open('resident', { path: inbox });
  await see(list, '河边清淤有气味');
  const page = await stage.open('resident', { path: hearing });
  await tap(page, '环境', 'checkbox');
  await gone(list, '河边清淤有气味');
  const alarm = { category: 'Env', severity: 'Severe', expiresAt: inHours(stage, 5) } as const;
  await hang(stage, { include: [demoCommunity], ...alarm, zh: ['河水今晚要漫上来'] });
  await see(list, '河水今晚要漫上来');
  // What stands on the page of each, so that the one before is no longer looked at.
  for (const [tab, shows] of [
    ['亮码', '绿码'],
    ['办事', '我的网格员 王*军'],
    ['我的', '大字版'],
  ] as const) {
    await tap(list, tab, 'tab');
    await see(list, shows);
    await list.locator('.alarm').filter({ visible: true, hasText: '河水今晚要漫上来' }).waitFor();
  }
  await list.locator('.alarm').filter({ visible: true }).last().click();
  await see(list, /桂语社区 · .* 发布/);
  // Severe, it has been read; extreme it would stay.
  await list.goBack();
  await gone(list, '河水今晚要漫上来');
  await settings('resident', { muted: [] });
});

test('who moves house has the notices of the new place at once, and none of the old one', async () => {
  await hang(stage, { include: [demoGrid(8)], zh: ['第 8 网格换楼道灯'] });
  await hang(stage, { include: [demoGrid(3)], zh: ['第 3 网格修门禁'] });
  const page = await stage.open('neighbour', { path: inbox });
  await see(page, '第 8 网格换楼道灯');
  expect(await count(page, '第 3 网格修门禁')).toBe(0);
  await ask(await tokenOf('neighbour'), '/v1/me', { home: { node: demoGrid(3) } }, 'PATCH');
  await see(page, '第 3 网格修门禁');
  await gone(page, '第 8 网格换楼道灯');
});

test('a search finds by word and by sound, also without a network', async () => {
  const page = await stage.open('resident', { path: inbox });
  await see(page, /停水/);
  await tap(page, '找通知', 'link');
  for (const words of ['停水', 'tingshui', 'ting shui', '存点水']) {
    await write(page, '一个词、拼音都行', words);
    await see(page, '周六 9:00–16:00 停水');
  }
  await page.context().setOffline(true);
  await write(page, '一个词、拼音都行', '没有这个');
  await see(page, '没有说到“没有这个”的通知');
  await write(page, '一个词、拼音都行', 'liugan');
  await see(page, '70 岁以上老人，免费打流感疫苗');
  await see(page, '没有网络，只找这部手机里的');
});

test('older ones come by a tap: in order, each once, with more than came before; read without a network', async () => {
  const nth = (at: number): string => `楼道灯第 ${at} 次检查`;
  for (let at = 1; at <= 56; at += 1) await hang(stage, { include: [demoGrid(7)], zh: [nth(at)] });
  const page = await stage.open('resident', { path: inbox, offline: true });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await see(page, nth(56));
  const headlines = async (): Promise<string[]> =>
    (await page.locator('.notice .head').filter({ visible: true }).allInnerTexts()).filter((each) =>
      each.startsWith('楼道灯'),
    );
  const downFrom = (top: number): string[] => Array.from({ length: top }, (_, at) => nth(top - at));
  expect((await headlines()).length).toBeLessThan(56);
  await tap(page, '更早的通知');
  await see(page, '没有更早的了');
  expect(await headlines()).toEqual(downFrom(56));
  // It came before them all.
  await see(page, /停水/);

  await hang(stage, { include: [demoGrid(7)], zh: [nth(57)] });
  await see(page, nth(57));
  await see(page, nth(7));
  expect(await headlines()).toEqual(downFrom(57));
  const first = page.locator('.notice').filter({ visible: true, hasText: nth(1) });
  await first.last().click();
  await see(page, /桂语社区 · .* 发布/);
  await page.goBack();
  await first.last().locator('.dot').waitFor({ state: 'detached' });
  // Copies are written a moment after they are read.
  await page.waitForTimeout(2000);
  await page.context().setOffline(true);
  await page.reload();
  await see(page, nth(57));
  expect(await headlines()).toEqual(downFrom(57));
  await see(page, '没有更早的了');
});

test('whom an update leaves out sees the card go from the list and from the open page, without asking', async () => {
  const said = { include: [demoGrid(7)], zh: ['周三清洗水箱', '请存点水'] as [string, string] };
  const original = await hang(stage, said);
  const list = await stage.open('resident', { path: inbox });
  await see(list, '周三清洗水箱');
  const page = await stage.open('resident', { path: inbox });
  await tap(page, /周三清洗水箱/, 'link');
  await see(page, '请存点水');
  await hang(stage, { ...said, include: [demoBuilding(7, 3)], after: original, msgType: 'Update' });
  await gone(list, '周三清洗水箱');
  await see(page, '这条通知现在不是发给你的');
  expect(await count(page, '请存点水')).toBe(0);
  await tap(page, '看发给你的通知');
  await page.waitForURL(/pages\/notices\/index/);
});

describe('on a phone that is turned off and on', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linli-phone-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function turnOn(
    online: boolean,
  ): Promise<{ context: BrowserContext; open(path: string): Promise<Page> }> {
    const context = await launchPhone(folder);
    await context.setOffline(!online);
    return {
      context,
      async open(path) {
        const page = await context.newPage();
        watch(page);
        await page.goto(`${stage.address}/?as=resident#/${path}`);
        return page;
      },
    };
  }
  const badge = (page: Page): Promise<string | null> =>
    page.locator('.tab.chosen .badge').filter({ visible: true }).first().textContent();

  test('all text seen is read from a cold start; cancelled meanwhile, it is struck through at the next opening', async () => {
    const said: Parameters<typeof hang>[1] = {
      include: [demoBuilding(7, 5)],
      zh: ['周四换水表', '上午 9:00 起，一户十分钟'],
      expiresAt: inHours(stage, 48),
    };
    const original = await hang(stage, said);
    const update = await hang(stage, {
      ...said,
      zh: ['周五换水表', '上午 9:00 起，一户十分钟'],
      after: original,
      msgType: 'Update',
    });
    const first = await turnOn(true);
    const list = await first.open(inbox);
    await list.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await tap(list, /周五换水表/, 'link');
    await tap(list, '改之前怎么写的');
    await see(list, '周四换水表');
    await list.goBack();
    await see(list, '已更新');
    const before = await badge(list);
    await list.waitForTimeout(2000);
    await first.context.close();

    const second = await turnOn(false);
    const offline = await second.open(inbox);
    await see(offline, '周五换水表');
    expect(await badge(offline)).toBe(before);
    await tap(offline, /周五换水表/, 'link');
    await see(offline, '上午 9:00 起，一户十分钟');
    await tap(offline, '改之前怎么写的');
    await see(offline, '周四换水表');
    for (const page of second.context.pages()) await page.goto('about:blank');
    await second.context.close();

    await hang(stage, {
      ...said,
      zh: ['周五换水表', '水表没到货，不换了'],
      after: update,
      msgType: 'Cancel',
    });
    const third = await turnOn(true);
    const again = await third.open(inbox);
    await see(again, '已取消');
    expect(await again.locator('.struck').filter({ hasText: '周五换水表' }).count()).toBe(1);
    expect(await badge(again)).toBe(before);
    await tap(again, /周五换水表/, 'link');
    await see(again, '水表没到货，不换了');
    await third.context.close();
  });
});
