import type { Page } from 'playwright-core';
import { violations } from './support/axe';
import { hangAsking } from './support/hung';
import { setStage, type Stage } from './support/stage';
import { posterOf, publishAbout, scan } from './support/venues';

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Every page, as one who may see it, with a text that says it has been drawn. */
const pages: readonly [path: string, as: string | undefined, shows: string][] = [
  ['pages/code/index', undefined, '演示'],
  ['pages/code/index', 'resident', '绿码'],
  ['pages/services/index', 'resident', '我的网格员'],
  ['pages/notices/index', 'resident', '停水'],
  ['pages/me/index', 'officer', '工作台'],
  ['packages/welcome/index', 'outsider', '收什么'],
  ['packages/welcome/privacy', 'resident', '收什么'],
  ['packages/welcome/home', 'resident', '你家在哪一块'],
  ['packages/request/choose/index?group=stairs', 'resident', '楼道堆物'],
  ['packages/request/search/index', 'resident', '一个词、一句话、拼音都行'],
  ['packages/request/referral/index?category=water-cut', 'resident', '12345'],
  ['packages/request/referral/index?category=residents-council', 'resident', '下次开会'],
  ['packages/request/card/index', 'neighbour', '我们议事会的名片'],
  ['packages/request/form/index?category=stairs-clutter', 'resident', '堆在哪里'],
  ['packages/request/worker/index', 'resident', '能帮你办的'],
  ['packages/request/form/index?category=call-me', 'resident', '打哪个电话'],
  ['packages/request/form/index?category=look-in', 'resident', '多久没联系上'],
  ['packages/request/mine/index', 'neighbour', '还没办过事'],
  ['packages/notice/search/index', 'resident', '停水'],
  ['packages/notice/settings/index', 'resident', '请多来看看我'],
  ['packages/desk/unanswered/index', 'worker', '现在没有要上门的'],
  ['packages/notice/publish/index', 'officer', '标题'],
  ['packages/notice/sent/index', 'officer', '桂花路这周修路'],
  ['packages/notice/draft/index?id=gone', 'officer', '已经发出或不要了'],
  ['packages/venue/index', 'resident', '还没有记录'],
  ['packages/desk/queue/index', 'worker', '工作台'],
  ['packages/family/home/index', 'resident', '妈妈'],
  ['packages/family/child/index', 'resident', '孩子的名字'],
  ['packages/family/ask/index?kind=helper', 'resident', '要对方自己点头'],
  ['packages/family/ask/index?kind=guardian', 'resident', '请孩子现在的监护人'],
  ['packages/family/agree/index', 'resident', '或者输入 16 个字母'],
  ['packages/family/confirm/index', 'outsider', '给社区扫这个码'],
  ['packages/health/rules/index', undefined, '健康码规则'],
  ['packages/health/map/index', 'resident', '你家这里'],
  ['packages/health/map/index?under=330106', undefined, '图上是地方的风险'],
  ['packages/desk/levels/index', 'officer', '哪里'],
  ['packages/desk/figures/index', 'officer', '办事情况'],
  ['packages/desk/away/index', 'worker', '谁不在，谁来代'],
  ['packages/request/community/index', 'resident', '我们社区办得怎么样'],
  ['packages/settings/phones/index', 'resident', '就是这部'],
  ['packages/settings/my-data/index', 'resident', '谁看过'],
  ['packages/settings/closing/index', 'resident', '审计日志里的摘要'],
  ['packages/settings/complaints/index', 'resident', '还没写过'],
  ['packages/desk/complaints/index', 'county-officer', '没有要答复的'],
  ['packages/health/declare/index', 'resident', '现在有没有不舒服'],
  ['packages/health/reason/index', 'resident', '没有要说明的事'],
  ['packages/desk/confirm/index', 'worker', '看本人，看证件，扫一下'],
  ['packages/desk/paper/index', 'worker', '看证件，找到这个人'],
  ['packages/desk/lost/index', 'worker', '看证件，停用丢了的手机'],
  ['packages/desk/fact/index', 'officer', '记录谁的情况'],
  ['packages/desk/proposals/index', 'officer', '没有等你看的'],
  ['packages/desk/said/index', 'worker', '先确认本人'],
  ['packages/desk/gates/index', 'officer', '开一个门岗'],
  ['packages/desk/appeals/index', 'officer', '没有等你听的申诉'],
  ['packages/desk/roster/index', 'officer', '现在在班'],
  ['packages/desk/carry/index', 'worker', '先确认本人'],
  ['packages/health/appeal/index', 'resident', '没有要申诉的'],
  ['packages/desk/emergency/index', 'county-officer', '应急中'],
  ['packages/settings/emergency/index', 'resident', '只在这些地方查码'],
  ['packages/desk/venues/index', 'officer', '桂语菜场'],
  ['packages/checkpoint/duty/index', 'checkpoint', '你的岗位'],
  ['packages/checkpoint/result/index', 'checkpoint', '已清除'],
];

const drawn = (page: Page, text: string): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

/** One phone a person, on which the app starts anew each time: a new phone would have to load all of it again. */
const phones = new Map<string | undefined, Page>();
async function shown(path: string, as: string | undefined, text: string): Promise<Page> {
  const before = phones.get(as);
  const page = before ?? (await stage.open(as, { path }));
  phones.set(as, page);
  if (before) {
    await page.evaluate((address: string) => history.replaceState(null, '', address), `#/${path}`);
    await page.reload();
  }
  await drawn(page, text);
  return page;
}

/** Twice the size, as somebody may set it while the page is open. */
const enlarged = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '32px';
    for (const root of document.querySelectorAll<HTMLElement>('.linli'))
      root.style.setProperty('--text-scale', '2');
  });
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

test.each(pages)(
  'axe finds nothing on %s as %s, and it holds at double text size, nothing cut off at the side',
  async (path, as, text) => {
    const page = await shown(path, as, text);
    expect(await violations(page)).toEqual([]);
    await enlarged(page);
    expect(await sideways(page)).toBe(375);
  },
);

test('a phone whose owner chose larger text has it from the start', async () => {
  const page = await stage.open('resident', { path: 'pages/code/index', textScale: 2 });
  await drawn(page, '绿码');
  const scale = () => getComputedStyle(document.querySelector('.linli')!).getPropertyValue('--text-scale');
  expect(await page.evaluate(scale)).toBe('2');
  expect(await sideways(page)).toBe(375);
});

test('nor on the pages one comes to from another: a request, a notice, a place, a preview', async () => {
  const resident = await shown('packages/request/form/index?category=stairs-light', 'resident', '怎么不亮');
  for (const group of await resident.getByRole('radiogroup').all())
    await group.getByRole('radio').first().click();
  await resident.getByRole('button', { name: '选地点' }).click();
  await resident.getByRole('radio', { name: /第 8 网格/ }).waitFor();
  expect(await violations(resident)).toEqual([]);
  await resident.getByRole('radio', { name: /第 7 网格/ }).click();
  await resident.getByRole('button', { name: '提交' }).click();
  await resident
    .getByRole('link', { name: /楼道灯不亮/ })
    .filter({ visible: true })
    .first()
    .click();
  await resident.locator('.step').first().waitFor();
  expect(await violations(resident)).toEqual([]);

  const notice = await shown('pages/notices/index', 'resident', '停水');
  await notice.getByRole('link', { name: /停水/ }).first().click();
  await notice.locator('.headline').first().waitFor();
  expect(await violations(notice)).toEqual([]);

  const policy = await shown('pages/notices/index', 'resident', '流感疫苗');
  await policy
    .getByRole('link', { name: /流感疫苗/ })
    .first()
    .click();
  await policy.getByRole('link', { name: /看看你和家人符不符合/ }).click();
  await policy.getByRole('textbox').first().waitFor();
  expect(await violations(policy)).toEqual([]);

  await hangAsking(stage);
  const asking = await shown('pages/notices/index', 'resident', '今晚换燃气管');
  await asking
    .getByRole('link', { name: /今晚换燃气管/ })
    .first()
    .click();
  await asking.locator('.known').waitFor();
  expect(await violations(asking)).toEqual([]);

  const officer = await shown('packages/notice/publish/index', 'officer', '标题');
  await officer.getByRole('radio', { name: '讲政策' }).click();
  await officer.getByRole('textbox', { name: '谁能办', exact: true }).fill('70 岁以上');
  expect(await violations(officer)).toEqual([]);
  await officer.getByRole('radio', { name: '停水', exact: true }).click();
  await officer.getByRole('button', { name: '下一步' }).click();
  await officer.getByRole('checkbox', { name: '第 7 网格', exact: true }).click();
  expect(await violations(officer)).toEqual([]);
  await officer.getByRole('button', { name: '看一遍' }).click();
  await officer.locator('.reach').waitFor();
  expect(await violations(officer)).toEqual([]);
  await enlarged(officer);
  expect(await sideways(officer)).toBe(375);

  const sent = await shown('packages/notice/sent/index', 'officer', '桂花路这周修路');
  await sent.getByRole('link', { name: /桂花路这周修路/ }).click();
  await sent.getByText('多少人看到').waitFor();
  expect(await violations(sent)).toEqual([]);
  await sent.getByRole('link', { name: '打印张贴' }).click();
  await sent.locator('.sheet-qr').waitFor();
  expect(await violations(sent)).toEqual([]);
  await enlarged(sent);
  expect(await sideways(sent)).toBe(375);
});

test('nor at the desk: a person without a phone, confirmed, on paper; a checkpoint and its set-up code', async () => {
  const worker = await shown('packages/desk/confirm/index', 'worker', '对方没有手机');
  await worker.getByRole('link', { name: /对方没有手机/ }).click();
  await worker.getByRole('textbox', { name: '姓名' }).fill('孙玉珍');
  await worker.getByRole('textbox', { name: '证件号码' }).fill('E12345678');
  await worker.getByText('住在哪里').waitFor();
  expect(await violations(worker)).toEqual([]);
  await worker.getByRole('button', { name: '确认', exact: true }).click();
  await worker.getByText('已确认').waitFor();
  expect(await violations(worker)).toEqual([]);
  await worker.getByRole('button', { name: '打印纸质码' }).click();
  await worker.getByText('用多久').waitFor();
  expect(await violations(worker)).toEqual([]);
  await worker.getByRole('button', { name: '出一张' }).click();
  await worker.locator('.sheet').waitFor();
  expect(await violations(worker)).toEqual([]);

  const officer = await shown('packages/desk/gates/index', 'officer', '开一个门岗');
  await officer.getByRole('button', { name: '开一个门岗' }).click();
  await officer.getByRole('textbox', { name: '叫什么' }).fill('南门');
  await officer.getByRole('textbox', { name: '值班电话' }).fill('0571-5555-0199');
  expect(await violations(officer)).toEqual([]);
  await officer.getByRole('button', { name: '开门岗' }).click();
  await officer.getByRole('button', { name: '给南门出上岗码' }).click();
  await officer.locator('.letters').waitFor();
  expect(await violations(officer)).toEqual([]);
});

test('nor on a venue: its poster, a notice about it and its preview, one visited, one that concerns me', async () => {
  const officer = await shown('packages/desk/venues/index', 'officer', '桂语菜场');
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name }).filter({ visible: true }).first().click();
  await press(officer, '加一个场所');
  await officer.getByText('再细一点').first().waitFor();
  expect(await violations(officer)).toEqual([]);
  await press(officer, '先不加');
  await press(officer, '桂语菜场的海报');
  await officer.locator('.sheet').waitFor();
  expect(await violations(officer)).toEqual([]);
  await press(officer, '回去');
  await press(officer, '发提示：桂语菜场');
  await officer.getByRole('textbox', { name: '从几点' }).fill('0:00');
  await officer.getByRole('textbox', { name: '到几点' }).fill('25:00');
  await officer.getByText('时间写成 9:30 这样').first().waitFor();
  expect(await violations(officer)).toEqual([]);
  await officer.getByRole('radio', { name: '昨天' }).click();
  await officer.getByRole('textbox', { name: '到几点' }).fill('23:59');
  await press(officer, '看一遍');
  await officer.getByText('谁看到了，这里不知道').first().waitFor();
  expect(await violations(officer)).toEqual([]);

  const resident = await shown('packages/venue/index', 'resident', '还没有记录');
  await press(resident, '扫场所码');
  await scan(resident, await posterOf(stage, '桂语菜场'));
  await resident.getByText('桂语菜场').filter({ visible: true }).first().waitFor();
  // A visit meets what was published before it as well as what comes after.
  await publishAbout(stage, '桂语菜场');
  await resident.reload();
  await resident.getByText('有病人来过').first().waitFor();
  expect(await violations(resident)).toEqual([]);
  await press(resident, '全部删掉');
  await resident.getByText('删掉以后').first().waitFor();
  expect(await violations(resident)).toEqual([]);
});

test('nor where a yes is asked for and given: a member, an ask, who it is, a helper, an end', async () => {
  const helper = await shown('packages/family/ask/index?kind=helper', 'neighbour', '我怎么叫');
  await helper.getByRole('textbox', { name: '我怎么叫' }).fill('邻居');
  await helper.getByRole('button', { name: '给出一个码' }).click();
  const letters = await helper.locator('.letters').innerText();
  expect(await violations(helper)).toEqual([]);

  const helped = await shown('packages/family/agree/index', 'resident', '或者输入 16 个字母');
  await helped.getByRole('textbox', { name: /16 个字母/ }).fill(letters);
  await helped.getByRole('button', { name: '看看是谁' }).click();
  await helped.getByRole('checkbox', { name: /看进度/ }).click();
  expect(await violations(helped)).toEqual([]);
  await helped.getByRole('button', { name: '同意', exact: true }).click();
  await helped.getByText(/现在能替你办/).waitFor();
  expect(await violations(helped)).toEqual([]);

  const family = await shown('packages/family/home/index', 'resident', '谁能替我办');
  await family.getByRole('link', { name: /陈\*明/ }).click();
  await family.getByRole('button', { name: /不再让/ }).click();
  await family.getByText(/马上作废/).waitFor();
  expect(await violations(family)).toEqual([]);
  const member = await shown('packages/family/home/index', 'resident', '我替谁办');
  await member.getByRole('link', { name: /小满/ }).click();
  await member.getByText(/满 18 岁自动结束/).waitFor();
  expect(await violations(member)).toEqual([]);
});

test('nor in the dark', async () => {
  for (const [path, as, text] of pages.slice(1, 5)) {
    const page = await stage.open(as, { path, dark: true });
    await drawn(page, text);
    expect(await violations(page)).toEqual([]);
  }
});

test('the tabs are reached and pressed by key alone', async () => {
  const page = await shown('pages/code/index', 'resident', '绿码');
  for (let pressed = 0; pressed < 12; pressed += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    if (label.startsWith('办事')) break;
  }
  await page.keyboard.press('Enter');
  await page.getByText('有危险先打').filter({ visible: true }).first().waitFor();
});

test('English throughout, when the phone speaks it', async () => {
  const page = await stage.open('resident', { language: 'en' });
  await page.getByText('Green').first().waitFor();
  const words = await page.locator('.linli').first().innerText();
  // Names, and what one calls one's own, are nobody's to translate.
  expect(words.replace(/张\*兰|小满|妈妈/g, '')).not.toMatch(/\p{Script=Han}/u);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});
