import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createApp, type App } from '../../../src/backend/app';
import { readSettings } from '../../../src/backend/settings';
import { ourBrowser, phone } from '../../support/browser';
import { clockAhead, type MovedClock } from '../../support/moved-clock';
import { copyPreparedFolder } from './prepared-folder';

export const built = join(__dirname, '../../../dist/h5');
const chinese = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const;

export interface OpenOptions {
  path?: string;
  language?: 'zh' | 'en';
  dark?: boolean;
  /** The app is put by for use without a network, which takes a second: where a test goes offline. */
  offline?: boolean;
  /** As a browser does whose owner chose larger text: there before the page is. */
  textScale?: number;
  /** Done to the phone before the app is there. */
  before?: (page: Page) => Promise<void>;
}

/** The whole product, as `npm start` serves it, on a port and a folder of its own. */
export interface Stage {
  app: App;
  dataDir: string;
  address: string;
  browser: Browser;
  /** The server's, which phones follow. */
  clock: MovedClock;
  /** Opens the app on a phone of its own, as a persona of the demo or as nobody. */
  open(as?: string, options?: OpenOptions): Promise<Page>;
  /** After each test: puts the phones away, whose pages would go on drawing, and fails for what a page did not expect. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Errors a page did not expect. */
const faults: string[] = [];

export function watch(page: Page): void {
  page.on('pageerror', (error) => faults.push(error.message));
}

/** Runs in the page, before the root is there. */
function enlarge(scale: number): void {
  new MutationObserver((_, observer) => {
    observer.disconnect();
    document.documentElement.style.fontSize = `${16 * scale}px`;
  }).observe(document, { childList: true });
}

async function putAway(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

export async function setStage(
  args: readonly string[] = [],
  environment: Record<string, string> = {},
  web = built,
): Promise<Stage> {
  if (!existsSync(join(built, 'index.html'))) throw new Error('no web app in dist/h5: run npm run build:h5');
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-stage-'));
  if (!args.includes('--production')) copyPreparedFolder(dataDir);
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment }, args, dataDir);
  const clock = clockAhead();
  const app = await createApp(settings, { clock, webRoot: () => Promise.resolve(web) });
  await app.load(() => undefined);
  await app.listenForAdmin();
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await ourBrowser();
  return {
    app,
    dataDir,
    address,
    browser,
    clock,
    async open(as, { path = '', language = 'zh', dark = false, textScale, offline = false, before } = {}) {
      const locale = language === 'zh' ? chinese : { ...chinese, locale: 'en-GB' };
      const context = await browser.newContext({
        ...phone,
        ...locale,
        colorScheme: dark ? 'dark' : 'light',
        serviceWorkers: offline ? 'allow' : 'block',
      });
      // What tests hand to the page was compiled here, where functions are given their names by this.
      await context.addInitScript('globalThis.__name = (named) => named;');
      const page = await context.newPage();
      watch(page);
      if (textScale) await page.addInitScript(enlarge, textScale);
      await before?.(page);
      await page.goto(`${address}/${as ? `?as=${as}` : ''}${path ? `#/${path}` : ''}`);
      return page;
    },
    async clear() {
      await putAway(browser);
      if (faults.length > 0) throw new Error(faults.splice(0).join('\n'));
    },
    async close() {
      await putAway(browser);
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
