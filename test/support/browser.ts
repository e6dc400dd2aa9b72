import chromium from '@sparticuz/chromium';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No sandbox for root in a container; no call home; and no code made fast for later, which pages here do not live to see. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--no-opt --no-maglev --single-threaded-gc',
];

/** A real browser: `CHROME`, one that is installed, or the one that comes inside an npm package. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return playwright.launch({ executablePath: await executable(), args: [...flags, ...more] });
}

let ours: Promise<Browser> | undefined;

/** The one that all suites of this process share, one after the other: to start it takes a second. It ends with us. */
export const ourBrowser = (): Promise<Browser> => (ours ??= launchBrowser());

/** For a process that would wait for it to end. */
export async function endOurBrowser(): Promise<void> {
  await (await ours)?.close();
  ours = undefined;
}

async function executable(): Promise<string> {
  const own = [process.env['CHROME'], ...installed].find((path) => path && existsSync(path));
  return own ?? packaged();
}

/** A phone that keeps what it kept in a folder, across restarts of its browser. */
export async function launchPhone(folder: string, more: readonly string[] = []): Promise<BrowserContext> {
  return playwright.launchPersistentContext(folder, {
    executablePath: await executable(),
    args: [...flags, ...more],
    ...phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
}

/**
 * Names the browser's program for the processes that this one starts. Unpacking takes seconds, and one that is still
 * being unpacked by another process does not start.
 * @returns how to remove what was unpacked
 */
export async function prepareBrowser(): Promise<() => void> {
  const path = await executable();
  process.env['CHROME'] = path;
  return () => {
    if (dirname(path).startsWith(unpacked)) rmSync(dirname(path), { recursive: true, force: true });
  };
}

const unpacked = join(tmpdir(), 'linli-browser-');

/** Unpacked into a folder of its own: the package reuses any chromium lying in the temporary folder. */
async function packaged(): Promise<string> {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = mkdtempSync(unpacked);
  // Lets the package bring its own libraries where the machine lacks them.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  try {
    return await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}

/** A phone as the screens were drawn for. */
export const phone = {
  viewport: { width: 375, height: 812 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} as const;
