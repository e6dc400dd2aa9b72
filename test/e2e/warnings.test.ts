import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CapAlert } from '../../src/contract/cap/alert';
import { writeCapMoment } from '../../src/contract/cap/moment';
import { writeReferences } from '../../src/contract/cap/references';
import { writeAlert } from '../../src/contract/cap/write';
import { alertOf, areaOf, infoOf } from '../contract/cap/alerts';
import { run } from '../support/process';
import { see } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(120_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

const rows = (page: Page) => page.locator('.notice').filter({ visible: true, hasText: /台风/ });

/** What the weather office sends, in the order of its numbers. */
function typhoon(nth: number, headline: string, change: Partial<CapAlert> = {}): CapAlert {
  const now = stage.clock.now().getTime();
  return alertOf({
    identifier: `typhoon-${nth}`,
    sender: 'warning@weather.example.cn',
    sent: writeCapMoment(new Date(now + nth * 1000)),
    infos: [
      infoOf({
        language: 'zh-CN',
        categories: ['Met'],
        event: '台风',
        headline,
        description: '今晚到明天',
        severity: 'Severe',
        senderName: '杭州市气象台',
        expires: writeCapMoment(new Date(now + 12 * 3_600_000)),
        areas: [areaOf({ geocodes: [{ valueName: 'GB/T 2260', value: '330106' }] })],
      }),
    ],
    ...change,
  });
}

/** By hand at the machine, through the running server, as its operator does. */
async function cap(content: string): Promise<{ code: number; said: string }> {
  const file = join(stage.dataDir, 'warning.cap');
  writeFileSync(file, content);
  const command = run('src/backend/cli/admin/main.ts', ['cap', 'import', file], { DATA_DIR: stage.dataDir });
  const code = await command.ended;
  return { code, said: command.out() + command.err() };
}

test('a typhoon warning of the weather office comes to a resident by file, is raised, and ends without an alarm', async () => {
  const page = await stage.open('resident', { path: 'pages/notices/index' });
  await see(page, /停水/);
  const orange = typhoon(1, '台风橙色预警');
  expect(await cap(writeAlert(orange))).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^published: Alert/),
  });
  await see(page, '台风橙色预警');

  const references = writeReferences([orange]);
  const red = typhoon(2, '台风红色预警', { msgType: 'Update', references });
  expect(await cap(writeAlert(red))).toMatchObject({ said: expect.stringMatching(/^published: Update/) });
  await see(page, '台风红色预警');
  expect(await rows(page).count()).toBe(1);
  // Opened in another tab: this one stays where the Cancel has to come by itself.
  const opened = await stage.open('resident', { path: 'pages/notices/index' });
  await rows(opened).first().click();
  await opened.waitForURL(/packages\/notice\/detail/);
  await see(opened, /发布：杭州市气象台/);

  const end = typhoon(3, '台风预警解除', { msgType: 'Cancel', references: writeReferences([orange, red]) });
  expect(await cap(writeAlert(end))).toMatchObject({ said: expect.stringMatching(/^published: Cancel/) });
  await see(page, '已取消');
  const [card] = await rows(page).all();
  expect(await card?.locator('.struck').innerText()).toBe('台风红色预警');
  expect(await card?.locator('.dot').count()).toBe(0);
  expect(await rows(page).count()).toBe(1);

  expect(await cap(writeAlert(orange))).toMatchObject({ code: 0, said: expect.stringMatching(/^unchanged/) });
  const broken = writeAlert({ ...red, identifier: 'typhoon 4' });
  expect(await cap(broken)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/identifier: has a space/),
  });
  expect(await rows(page).count()).toBe(1);
});
