import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AdminAnswer } from '../../src/backend/cli/admin/commands';
import { askServer } from '../../src/backend/cli/admin/socket';
import { toEverybody } from './support/notices';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
beforeAll(async () => {
  const key = join(mkdtempSync(join(tmpdir(), 'linli-key-')), 'issuer.pem');
  stage = await setStage(['--production'], { COUNTY: '330106', ISSUER_KEY: key });
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

/** A real community of the district, given two made-up grids. */
const community = '330106002051';
const grid = `${community}001`;
const square = (west: number): number[][][] => [
  [
    [west, 30.25],
    [west + 0.01, 30.25],
    [west + 0.01, 30.26],
    [west, 30.26],
    [west, 30.25],
  ],
];
const grids = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: grid, name: '第 1 网格' },
      geometry: { type: 'Polygon', coordinates: square(120.1) },
    },
    {
      type: 'Feature',
      properties: { code: `${community}002`, name: '第 2 网格' },
      geometry: { type: 'Polygon', coordinates: square(120.11) },
    },
  ],
};
const staff = [
  'staff number,name,role,node,work phone,hours',
  `P001,赵明远,worker,${grid},0571-5550-0101,8:30-17:30`,
  `P002,钱慧,officer,${community},0571-5550-0102,8:30-17:30`,
].join('\n');

async function admin(
  command: string,
  args: string[],
  options: Record<string, string>,
  content?: string,
): Promise<string[]> {
  const file = content === undefined ? {} : { file: Buffer.from(content).toString('base64') };
  const answer: AdminAnswer | undefined = await askServer(stage.dataDir, { command, args, options, ...file });
  expect({ command, ...answer }).toMatchObject({ command, code: 0 });
  return answer?.lines ?? [];
}
const codeIn = (line: string | undefined): string => line?.trim().split(' ').pop() ?? '';

/** Where one lives, by search and map: asked of whoever the community has not already placed. */
async function chooseHome(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '搜小区、路名或社区' }).fill('上保社区');
  await page
    .getByRole('link', { name: /上保社区/ })
    .first()
    .click();
  await page.getByRole('radio', { name: /第 1 网格/ }).click();
  await page.getByRole('button', { name: '就是这里' }).click();
}

/** Anybody's first minute with an invitation printed by the community. */
async function comeIn(invitation: string, placed: boolean): Promise<Page> {
  const page = await stage.open(undefined, { path: 'packages/welcome/index' });
  await page.getByRole('button', { name: '同意，继续' }).click();
  await page.getByRole('textbox', { name: '用社区给的邀请码' }).fill(invitation);
  await page.getByRole('button', { name: '登录' }).click();
  if (!placed) await chooseHome(page);
  await page.getByText('绿码').filter({ visible: true }).first().waitFor();
  return page;
}
const tab = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .filter({ visible: true })
    .first()
    .click();

test('a county’s own people, from its files to a closed request and a notice, with nobody of the demo', async () => {
  expect((await fetch(`${stage.address}/v1/demo/personas`)).status).toBe(404);
  await admin('import-grids', ['grids.geojson'], { crs: 'wgs84' }, JSON.stringify(grids));
  const invited = (await admin('import-staff', ['staff.csv'], {}, staff)).filter((line) =>
    line.startsWith('invitation'),
  );
  const [forResident] = await admin('invite', [], { name: '孙小满', node: grid });

  // Who opens one is another journey's: here it is in force, so that there is a code.
  await stage.app.ports.emergencies.open(
    '330106',
    {
      level: 'II',
      legalBasis: { zh: '省政府公告第 1 号', en: 'Provincial notice 1' },
      gateKinds: ['estate'],
      endsAt: new Date(stage.clock.now().getTime() + 30 * 86_400_000).toISOString(),
    },
    randomUUID(),
  );
  const worker = await comeIn(codeIn(invited.find((line) => line.includes('P001'))), false);
  const officer = await comeIn(codeIn(invited.find((line) => line.includes('P002'))), false);
  const resident = await comeIn(codeIn(forResident), true);
  await resident.getByText('孙*满').first().waitFor();
  await resident.getByText('社区已确认').first().waitFor();

  await tab(officer, '我的');
  await officer.getByRole('link', { name: /发通知/ }).click();
  await officer.getByRole('textbox', { name: '标题', exact: true }).fill('周六修水管');
  await officer.getByRole('textbox', { name: '说清楚' }).fill('九点到十六点没有水。');
  await toEverybody(officer);
  await officer.getByRole('button', { name: '现在发出' }).click();
  await tab(resident, '通知');
  await resident.getByText('周六修水管').first().waitFor();

  await tab(resident, '办事');
  await resident.getByText('我的网格员 赵*远').first().waitFor();
  await resident.getByRole('link', { name: /楼道和环境/ }).click();
  await resident.getByRole('link', { name: /楼道灯不亮/ }).click();
  await resident.getByRole('radiogroup').first().waitFor();
  for (const group of await resident.getByRole('radiogroup').all())
    await group.getByRole('radio').first().click();
  await resident.getByRole('button', { name: '提交' }).click();
  await resident.getByText('等网格员接单').filter({ visible: true }).first().waitFor();

  await tab(worker, '我的');
  await worker.getByRole('link', { name: /工作台/ }).click();
  await worker.getByRole('button', { name: /^接单 楼道灯不亮/ }).click();
  await worker
    .getByRole('link', { name: /楼道灯不亮/ })
    .filter({ visible: true })
    .first()
    .click();
  await worker.getByRole('button', { name: /^办好了$/ }).click();
  await worker
    .getByRole('button', { name: /^办好了$/ })
    .filter({ visible: true })
    .last()
    .click();
  await resident.getByText('等你确认').filter({ visible: true }).first().waitFor();
});

test('an invitation signs in once', async () => {
  const code = codeIn((await admin('invite', ['P001'], {}))[0]);
  const signIn = () =>
    fetch(`${stage.address}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'invite', code }),
    });
  expect((await signIn()).status).toBe(201);
  const again = await signIn();
  expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([401, 'invitation-used']);
});
