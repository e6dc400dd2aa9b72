import type { Page } from 'playwright-core';
import { violations } from './support/axe';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const idOf = async (subject: string): Promise<string> =>
  (await stage.app.ports.store.people.of({ provider: 'demo', subject })).id;

/** As after two officials have signed it. */
async function positive(persona: string): Promise<void> {
  const { facts, colours } = stage.app.ports;
  const personId = await idOf(persona);
  const from = { zh: '社区卫生站', en: 'Community clinic' };
  const since = stage.clock.now().toISOString();
  const fact = {
    kind: 'positive-test',
    values: { method: 'antigen' },
    source: 'official' as const,
    from,
    since,
  };
  await facts.add({ personId }, fact);
  await colours.recolour([personId]);
}

async function appeal(persona: string): Promise<Page> {
  const page = await stage.open(persona, { path: 'packages/health/appeal/index' });
  await see(page, /^你的抗原是阳性/);
  await see(page, /两小时内有人答复，夜里和节假日也一样/);
  expect(await violations(page)).toEqual([]);
  await write(page, '哪里不对', '那天我在外地，检测的不是我');
  await tap(page, '交申诉');
  await see(page, '等人来听');
  await see(page, /重算：还是一样，转给 桂语社区/);
  return page;
}

test('an appeal is answered by whoever is on duty: the wrong record goes, and both sides see the whole exchange', async () => {
  await positive('resident');
  const page = await appeal('resident');
  const desk = await stage.open('officer', { path: 'packages/desk/appeals/index' });
  await tap(desk, /^我来听 张\*兰/);
  await see(desk, '那天我在外地，检测的不是我');
  await tap(desk, /^我来听$/);
  expect(await violations(desk)).toEqual([]);
  await tap(desk, '要材料');
  await write(desk, '要对方补充什么', '有车票吗？');
  await tap(desk, '发给对方');

  await see(page, '要你补充');
  await see(page, '有车票吗？');
  await tap(page, '补充');
  await write(page, '还有什么', '11 月 20 日去宁波的车票在手机里');
  await tap(page, '交上去');

  await see(desk, '11 月 20 日去宁波的车票在手机里');
  await tap(desk, '成立');
  await write(desk, '为什么成立，改了什么', '核对过，检测单写错了人');
  await tap(desk, '答复');
  await see(desk, '申诉成立');

  await see(page, '申诉成立');
  await see(page, '核对过，检测单写错了人');
  await see(page, /这条记录撤掉了 · 绿码/);
});

test('an appeal that nobody answers in two hours goes one level up, where it is refused with what comes next', async () => {
  await positive('neighbour');
  const page = await appeal('neighbour');
  stage.clock.forward(2 * 3_600_000);
  await stage.app.ports.jobs.enqueue('appeals', {});
  await see(page, /到时间没人答复，转给 西湖区/);
  const desk = await stage.open('county-officer', { path: 'packages/desk/appeals/index' });
  await tap(desk, /^我来听 陈\*明/);
  await see(desk, '那天我在外地，检测的不是我');
  await tap(desk, /^我来听$/);
  await tap(desk, '不改');
  await write(desk, '为什么不改，核对了什么', '检测单和证件都核对过');
  await tap(desk, '答复');
  await see(page, '没有改');
  await see(page, '检测单和证件都核对过');
  await see(page, '打 12345');
  expect(await violations(page)).toEqual([]);
  await see(page, /向区县政府申请，最晚 \d{4} 年/);
});
