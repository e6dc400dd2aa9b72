import type { Page } from 'playwright-core';
import { violations } from './support/axe';
import { neighboursDocument } from './support/documents';
import { see, tap, write } from './support/hand';
import { setStage, type Stage } from './support/stage';

/** A close contact: entered by one official, counted when a second has signed; by one alone it counts for nothing. */

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

async function enterContact(officer: Page): Promise<void> {
  await write(officer, '姓名', neighboursDocument.name);
  await write(officer, /号码$/, neighboursDocument.number);
  await tap(officer, '下一步');
  await see(officer, '陈*明');
  await tap(officer, '密切接触', 'radio');
  await tap(officer, '今天', 'radio');
  await write(officer, /^谁说的（/, '西湖区疾控中心');
  await write(officer, '谁说的，英文', 'District disease control centre');
  await write(officer, '为什么现在记', '流调名单第 3 份');
  await see(officer, '在那以前颜色不变');
  expect(await violations(officer)).toEqual([]);
  await tap(officer, '提交');
  await see(officer, '等第二个人同意');
}

test('a close contact turns the code when a second official has signed, not before, and never by the first alone', async () => {
  const code = await stage.open('neighbour', { path: 'pages/code/index' });
  await see(code, '绿码');
  const elsewhere = await stage.open('neighbour', { path: 'pages/services/index' });
  await elsewhere.getByRole('tab').first().waitFor();
  const first = await stage.open('officer', { path: 'packages/desk/fact/index' });
  await enterContact(first);

  // Alone: there is nothing to sign it with, only a way to take it back.
  await first.goto(`${stage.address}/?as=officer#/packages/desk/proposals/index`);
  await tap(first, /^记录一条情况/, 'link');
  await see(first, '会让 1 个人变色');
  await see(first, '流调名单第 3 份');
  await first.getByRole('button', { name: '撤回' }).waitFor();
  expect(await first.getByRole('button', { name: '我看清楚了，同意' }).count()).toBe(0);
  await see(code, '绿码');

  const second = await stage.open('officer-2', {
    path: 'packages/desk/proposals/index',
  });
  await tap(second, /^记录一条情况/, 'link');
  await see(second, '西湖区疾控中心');
  expect(await violations(second)).toEqual([]);
  await tap(second, '我看清楚了，同意');
  await see(second, '谁签了');

  await see(code, /^(黄|红)码$/);
  // On every other tab it is told as well, until somebody has looked.
  await tap(elsewhere, /^你的码变成.码了/, 'link');
  await see(elsewhere, '西湖区疾控中心');
  await elsewhere.goBack();
  await see(elsewhere, '我的网格员');
  expect(
    await elsewhere
      .getByText(/^你的码变成/)
      .filter({ visible: true })
      .count(),
  ).toBe(0);
  await tap(code, '为什么、怎样变回绿码', 'link');
  await see(code, '西湖区疾控中心');
  await see(code, '怎样变回绿码');
});
