import type { Page } from 'playwright-core';
import { presented, credentialOf, statusListAt, trustListAt } from '../../support/county';
import type { StatusValue } from '@contract/health-code/verify';
import type { Stage } from './stage';

type Change = Parameters<typeof credentialOf>[1];

/** What the county publishes in a test, and the codes its people show. */
export interface GateScene {
  page: Page;
  /** `age`: how old its proof is, ms. */
  code(change?: Change, age?: number): string;
  handScan(text: string): Promise<void>;
}

interface Options {
  set?: { index: number; status: StatusValue }[];
  /** How old the status list is, ms. */
  listAge?: number;
  language?: 'zh' | 'en';
  trust?: Parameters<typeof trustListAt>[1];
  /** The phone will be without a network: it holds the whole app first. */
  offline?: boolean;
}

/** Lists of the tests' own county instead of the server's: of any age, with anything in them. */
export async function publish(
  page: Page,
  { set = [], listAge = 0, trust = {} }: Options = {},
): Promise<void> {
  await page.route('**/v1/trust-list', (route) => route.fulfill({ json: trustListAt(Date.now(), trust) }));
  await page.route('**/v1/status-lists/*', (route) =>
    route.fulfill({ body: Buffer.from(statusListAt(Date.now() - listAge, set)), headers: { etag: '"1"' } }),
  );
}

/** A guard's phone that went on duty by its post and has its lists. */
export async function onDuty(stage: Stage, options: Options = {}): Promise<GateScene> {
  const page = await stage.open('checkpoint', {
    path: 'packages/checkpoint/duty/index',
    language: options.language ?? 'zh',
    offline: options.offline ?? false,
    before: (opened) => publish(opened, options),
  });
  await standAtTheGate(page);
  if (options.offline) await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return sceneOf(page);
}

/** By its post. */
export async function standAtTheGate(page: Page): Promise<void> {
  await page.getByRole('link', { name: /东门/ }).click();
  await page.locator('.gate-scan').waitFor();
  await page
    .getByText(/名单|Lists/)
    .first()
    .waitFor();
}

export const sceneOf = (page: Page, start = Date.now()): GateScene => ({
  page,
  // The same person's is the same credential each time.
  code: (change = {}, age = 0) => presented(credentialOf(start, change), Date.now() - age),
  async handScan(text) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  },
});
