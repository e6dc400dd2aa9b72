import type { Notice, OutputOf } from '@contract/api';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { plainPdf } from '../support/pdf';
import { demoCommunity, demoStreet } from '../../src/backend/demo/places';
import { violations } from './support/axe';
import { crowd } from './support/crowd';
import { see, tap, write } from './support/hand';
import { hang } from './support/hung';
import { fromWaterCut, goOn, lookAtIt } from './support/notices';
import { setStage, type Stage } from './support/stage';

/** From the author's desk to the residents' phones: written, looked at, approved, corrected, taken back. */

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

async function ask<T>(token: string, path: string, body?: object): Promise<{ status: number; body: T }> {
  const answer = await fetch(stage.address + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      'idempotency-key': randomUUID(),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, body: (type.includes('json') ? await answer.json() : undefined) as T };
}
const tokenOf = async (code: string): Promise<string> =>
  (await ask<{ token: string }>('', '/v1/sessions', { provider: 'demo', code })).body.token;

/** What somebody's phone is told. */
async function told(persona: string): Promise<OutputOf<'GET /v1/notices'>> {
  return (await ask<OutputOf<'GET /v1/notices'>>(await tokenOf(persona), '/v1/notices')).body;
}
const headlines = async (persona: string): Promise<string[]> =>
  (await told(persona)).notices.map(({ info }) => info[0]?.headline ?? '');
async function noticeOf(persona: string, headline: string): Promise<Notice> {
  const found = (await told(persona)).notices.find(({ info }) => info[0]?.headline === headline);
  if (!found) throw new Error(`${persona} is not told of it`);
  return found;
}

/** The id of what the page is about. */
const idOf = (page: Page): string => /[?&]id=([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
const publish = 'packages/notice/publish/index';

test('a worker publishes a water cut for three buildings in eight taps: those who live there see it at once, others never', async () => {
  const lan = await stage.open('resident', { path: 'pages/notices/index' });
  await see(lan, '停水');
  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  let taps = 0;
  const does = async (act: Promise<void>): Promise<void> => {
    taps += 1;
    await act;
  };
  const begun = Date.now();
  await does(tap(worker, '发通知', 'link'));
  await does(fromWaterCut(worker));
  await does(goOn(worker));
  for (const building of ['3 幢', '4 幢', '5 幢']) await does(tap(worker, building, 'checkbox'));
  await does(lookAtIt(worker));
  await see(worker, '3、4、5 幢');
  await see(worker, '不用审批');
  await see(worker, /户不在，请张贴或上门/);
  expect(await violations(worker)).toEqual([]);
  const headline = (await worker.locator('.card-title').filter({ visible: true }).first().innerText()).trim();
  expect(headline).toMatch(/^\d+ 月 \d+ 日 9:00–16:00 停水$/);
  await does(tap(worker, '现在发出'));
  await see(worker, '发出了。居民现在就能看到。');
  expect([taps, Date.now() - begun < 60_000]).toEqual([8, true]);

  await see(lan, headline);
  expect(await noticeOf('resident', headline)).toMatchObject({
    severity: 'Moderate',
    category: 'Infra',
    parts: [{ name: '桂语苑 3 幢' }, { name: '桂语苑 4 幢' }, { name: '桂语苑 5 幢' }],
  });
  for (const other of ['neighbour', 'officer', 'outsider'])
    expect(await headlines(other)).not.toContain(headline);
});

test('what was typed is there again; files go along, and open to those it is for alone', async () => {
  const officer = await stage.open('officer', { path: publish });
  await tap(officer, '打疫苗', 'radio');
  await see(officer, '还有〔 〕没填');
  await write(officer, '标题', '周五打流感疫苗');
  await write(officer, '说清楚', '在居委会一楼。带身份证。');
  await tap(officer, '只用中文', 'radio');
  const chooser = officer.waitForEvent('filechooser');
  await tap(officer, '加 PDF');
  await (await chooser).setFiles({ name: '接种须知.pdf', mimeType: 'application/pdf', buffer: plainPdf() });
  await see(officer, '接种须知.pdf');

  await officer.reload();
  await see(officer, '上次写的还在');
  await see(officer, '接种须知.pdf');
  expect(await officer.getByRole('textbox', { name: '标题' }).filter({ visible: true }).inputValue()).toBe(
    '周五打流感疫苗',
  );
  await goOn(officer);
  await tap(officer, '第 7 网格', 'checkbox');
  await lookAtIt(officer);
  await tap(officer, '看全文');
  await see(officer, '你住的地方有新通知');
  await tap(officer, '现在发出');
  await see(officer, '发出了');

  const { id, attachments } = await noticeOf('resident', '周五打流感疫苗');
  const [file] = attachments;
  expect(file).toMatchObject({ name: '接种须知.pdf', type: 'application/pdf' });
  const opens = async (persona: string): Promise<number> =>
    (await ask(await tokenOf(persona), `/v1/files/${file?.id}`)).status;
  expect([await opens('resident'), await opens('worker'), await opens('neighbour')]).toEqual([200, 200, 404]);
  // Sent, it is not there to be sent again.
  await officer.goto(`${stage.address}/?as=officer#/${publish}`);
  await officer.reload();
  await see(officer, '写什么');
  expect(await officer.getByText('上次写的还在').count()).toBe(0);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
});

test('beyond a township a second person approves what is urgent: exceptions are left out, and its author cannot do it alone', async () => {
  const first = await stage.open('county-officer', { path: publish });
  await tap(first, '台风', 'radio');
  await write(first, '标题', '台风明早到，先收花盆');
  await write(first, /^要做什么/, '住低处的，今晚先到街道体育馆。');
  await tap(first, '只用中文', 'radio');
  await goOn(first);
  await tap(first, '西湖区，全部', 'checkbox');
  await tap(first, '打开青石街道', 'link');
  await tap(first, '打开桂语社区', 'link');
  await tap(first, '打开第 8 网格', 'link');
  await tap(first, '12 幢', 'checkbox');
  await lookAtIt(first);
  await see(first, '要审批');
  await see(first, /^全部，除了/);
  await tap(first, '交给另一位干部批');
  await tap(first, '我的草稿 1', 'tab');
  await see(first, '等人批');
  await tap(first, /台风明早到/, 'link');
  await see(first, '拿回来');
  expect(await first.getByRole('button', { name: '同意发出' }).count()).toBe(0);
  expect(await headlines('resident')).not.toContain('台风明早到，先收花盆');

  const second = await stage.open('county-officer-2', { path: 'packages/notice/sent/index' });
  await tap(second, '等我批 1', 'tab');
  await tap(second, /台风明早到/, 'link');
  await see(second, '住低处的，今晚先到街道体育馆。');
  await tap(second, '退回');
  await write(second, '为什么退回', '写上体育馆在哪条路');
  await tap(second, '退回');
  await see(second, '没有等你批的');

  await first.goto(`${stage.address}/?as=county-officer#/packages/notice/sent/index`);
  await first.reload();
  await tap(first, '我的草稿 1', 'tab');
  await tap(first, /台风明早到/, 'link');
  await see(first, '退回来了：写上体育馆在哪条路');
  await tap(first, '接着写');
  await write(first, /^要做什么/, '住低处的，今晚先到青石路 2 号街道体育馆。');
  await goOn(first);
  await tap(first, '交给另一位干部批');
  await see(first, '我的草稿 1');

  await second.reload();
  await tap(second, '等我批 1', 'tab');
  await tap(second, /台风明早到/, 'link');
  await see(second, '今晚先到青石路 2 号街道体育馆');
  expect(await violations(second)).toEqual([]);
  await tap(second, '同意发出');
  await see(second, '没有等你批的');
  expect(await noticeOf('resident', '台风明早到，先收花盆')).toMatchObject({
    severity: 'Severe',
    author: { name: '西湖区' },
  });
  // Building 12 is left out.
  expect(await headlines('neighbour')).not.toContain('台风明早到，先收花盆');
});

test('an update changes the one card and a cancel strikes it through: nobody is alerted again, nothing of before is lost', async () => {
  const officer = await stage.open('officer', { path: publish });
  await fromWaterCut(officer);
  await write(officer, '标题', '周日停水');
  await goOn(officer);
  await tap(officer, '第 7 网格', 'checkbox');
  await lookAtIt(officer);
  await tap(officer, '现在发出');
  await see(officer, '发出了');
  const id = idOf(officer);
  const first = await noticeOf('resident', '周日停水');

  const lan = await stage.open('resident', { path: 'pages/notices/index' });
  await see(lan, '周日停水');

  await tap(officer, '更新');
  await see(officer, '更新通知');
  await write(officer, '标题', '周日停水，改到下午');
  await goOn(officer);
  await tap(officer, '现在更新');
  await see(officer, '改过什么');
  const { notices, unread } = await told('resident');
  const cards = notices.filter((notice) => notice.id === id);
  expect(cards).toMatchObject([
    { version: 2, msgType: 'Update', info: [{ headline: '周日停水，改到下午' }, {}] },
  ]);
  expect(first).toMatchObject({ id, version: 1 });

  await tap(officer, '取消通知');
  await write(officer, '为什么取消', '修好了，不停水了');
  expect(await violations(officer)).toEqual([]);
  await tap(officer, '取消这条通知');
  await see(officer, '取消了');
  const after = await told('resident');
  expect(after.notices.find((notice) => notice.id === id)).toMatchObject({
    version: 3,
    msgType: 'Cancel',
    info: [{ headline: '周日停水，改到下午', description: '修好了，不停水了' }, {}],
  });
  // One unread less: what is cancelled is no news.
  expect(after.unread).toBe(unread - 1);
  // The open list hears of it by itself.
  const card = lan.locator('.struck', { hasText: '周日停水，改到下午' });
  await card.filter({ visible: true }).first().waitFor();
  expect(await lan.getByText('周日停水，改到下午').filter({ visible: true }).count()).toBe(1);
  const versions = await ask<OutputOf<'GET /v1/notices/:id/versions'>>(
    await tokenOf('resident'),
    `/v1/notices/${id}/versions`,
  );
  expect(versions.body.versions.map(({ msgType, info }) => [msgType, info[0]?.headline])).toEqual([
    ['Alert', '周日停水'],
    ['Update', '周日停水，改到下午'],
    ['Cancel', '周日停水，改到下午'],
  ]);
  expect(await officer.getByRole('button', { name: '更新' }).filter({ visible: true }).count()).toBe(0);
});

test('what a higher place took over is still listed where it was published: to be read, with who changed it', async () => {
  const first = await hang(stage, { include: [demoCommunity], zh: ['周五灭蚊'] });
  await hang(stage, { include: [demoCommunity], node: '330106', zh: ['周五灭蚊，全区一起'], after: first, msgType: 'Update' }); // prettier-ignore
  const officer = await stage.open('officer', { path: 'packages/notice/sent/index' });
  await tap(officer, /周五灭蚊，全区一起/, 'link');
  await see(officer, '西湖区改过这条，现在由那里更新、取消');
  await see(officer, '多少人看到');
  await see(officer, '改过什么');
  expect(await officer.getByRole('button', { name: '取消通知' }).filter({ visible: true }).count()).toBe(0);
  const above = await stage.open('county-officer', { path: 'packages/notice/sent/index' });
  await tap(above, /周五灭蚊，全区一起/, 'link');
  await see(above, '取消通知');
});

test('a sheet for the board says it in large, on A4, with a code that opens the notice', async () => {
  const officer = await stage.open('officer', { path: 'packages/notice/sent/index' });
  await tap(officer, /桂花路这周修路/, 'link');
  await tap(officer, '打印张贴', 'link');
  await officer.locator('.sheet-qr img').waitFor();
  const { id } = await noticeOf('resident', '桂花路这周修路');
  const { data, info } = await sharp(await officer.locator('.sheet-qr').screenshot())
    .extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const address = decodeQR({ width: info.width, height: info.height, data });
  expect(address).toBe(`${stage.address}/#/packages/notice/detail/index?id=${id}`);
  const pdf = await officer.pdf({ preferCSSPageSize: true });
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [Number(width), Number(height)].map((points) => Math.round((points / 72) * 25.4)),
  );
  expect(boxes).toEqual([[210, 297]]);

  const resident = await stage.open('resident');
  await resident.goto(address.replace('/#', '/?as=resident#'));
  await see(resident, '公交 87 路临时绕行，站点不变。');
});

test('how many it reached is read level by level, and back: the county, its townships, their communities', async () => {
  const { directory } = stage.app.ports;
  const [street] = (await directory.children('330106')).filter(({ code }) => code !== demoStreet);
  const [first, second] = await directory.children(street?.code ?? '');
  await crowd(stage, demoCommunity, 20);
  await crowd(stage, first?.code ?? '', 14);
  await crowd(stage, second?.code ?? '', 9);
  await hang(stage, { include: ['330106'], node: '330106', zh: ['全区周六试鸣防空警报'] });

  const officer = await stage.open('county-officer', { path: 'packages/notice/sent/index' });
  await tap(officer, /全区周六试鸣防空警报/, 'link');
  await see(officer, '按街道乡镇');
  await see(officer, '青石街道');
  await tap(officer, new RegExp(`^${street?.name}`), 'link');
  await see(officer, '按社区');
  await see(officer, '23 人');
  await see(officer, /^发给 14 人/);
  await see(officer, /^发给 9 人/);
  expect(await violations(officer)).toEqual([]);
  await officer.goBack();
  await see(officer, '按街道乡镇');
  await officer.goForward();
  await see(officer, '按社区');
  await see(officer, first?.name ?? '');
});

test('written now it goes out at its hour, and seen until then by nobody; taken back before, it stays with its author', async () => {
  const hour = 3_600_000;
  const officer = await stage.open('officer', { path: publish });
  const [day = '', time = ''] = new Date(stage.clock.now().getTime() + 10 * hour).toISOString().slice(0, 16).split('T'); // prettier-ignore
  const said = new RegExp(`(今天|明天) ${time.replace(/^0/, '')} 发出`);
  async function writeAhead(headline: string): Promise<void> {
    await fromWaterCut(officer);
    await write(officer, '标题', headline);
    await goOn(officer);
    await tap(officer, '第 7 网格', 'checkbox');
    await lookAtIt(officer);
    await tap(officer, '定个时间发');
    const field = (name: string) => officer.getByLabel(`什么时候发出 ${name}`).filter({ visible: true });
    await field('日期').fill(day);
    await field('几点').fill(time);
    await tap(officer, '到时发出');
    await tap(officer, /^我的草稿/, 'tab');
    await see(officer, headline);
    await see(officer, said);
  }
  await writeAhead('后天一早停水');
  await officer.goto(`${stage.address}/?as=officer#/${publish}`);
  await officer.reload();
  await writeAhead('这一条先不发');
  await tap(officer, /这一条先不发/, 'link');
  await see(officer, said);
  expect(await violations(officer)).toEqual([]);
  await tap(officer, '拿回来');
  await see(officer, '接着写');

  const lan = await stage.open('resident', { path: 'pages/notices/index' });
  await see(lan, '停水');
  expect(await lan.getByText('后天一早停水').count()).toBe(0);
  stage.clock.forward(2 * hour + 60_000);
  await stage.app.ports.jobs.enqueue('notices', {});
  await see(lan, '后天一早停水');
  expect(await headlines('resident')).not.toContain('这一条先不发');
  await officer.goto(`${stage.address}/?as=officer#/packages/notice/sent/index`);
  await officer.reload();
  await tap(officer, /后天一早停水/, 'link');
  await see(officer, '多少人看到');
});
