import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createApp, type App } from '../../../src/backend/app';
import { readSettings } from '../../../src/backend/settings';
import { launchBrowser, phone } from '../../support/browser';

const built = join(__dirname, '../../../dist/h5');
const chinese = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const;

/** The whole product, as `npm start` serves it, on a port and a folder of its own. */
export interface Stage {
  app: App;
  dataDir: string;
  address: string;
  browser: Browser;
  /** Opens the app on a phone of its own, as a persona of the demo or as nobody. */
  open(as?: string, options?: { path?: string; language?: 'zh' | 'en'; dark?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

/** Errors a page did not expect: a test fails for each. */
export const faults: string[] = [];

export function watch(page: Page): void {
  page.on('pageerror', (error) => faults.push(error.message));
}

export async function setStage(
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Stage> {
  if (!existsSync(join(built, 'index.html'))) throw new Error('no web app in dist/h5: run npm run build:h5');
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-stage-'));
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment }, args, dataDir);
  const app = await createApp(settings, { webRoot: () => Promise.resolve(built) });
  await app.load(() => undefined);
  await app.listenForAdmin();
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    app,
    dataDir,
    address,
    browser,
    async open(as, { path = '', language = 'zh', dark = false } = {}) {
      const locale = language === 'zh' ? chinese : { ...chinese, locale: 'en-GB' };
      const context = await browser.newContext({ ...phone, ...locale, colorScheme: dark ? 'dark' : 'light' });
      contexts.push(context);
      const page = await context.newPage();
      watch(page);
      await page.goto(`${address}/${as ? `?as=${as}` : ''}${path ? `#/${path}` : ''}`);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
