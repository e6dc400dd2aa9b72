import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings';

export class BuildFault extends Error {}

const sources = ['src/miniprogram', 'src/contract', 'config', 'babel.config.js', 'package-lock.json'];

/** When anything in a folder last changed; a removed file changes its folder. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether the web app in `dist/h5` is missing or older than what it is made of; its service worker is made last. */
export function isStale(root: string): boolean {
  const built = statSync(join(root, 'dist/h5/sw.js'), { throwIfNoEntry: false });
  return !built || sources.some((source) => newest(join(root, source)) > built.mtimeMs);
}

/**
 * The folder of the web app to serve: the one given, or `dist/h5`, built where it is missing or stale.
 * The build's progress goes to the terminal.
 * @throws BuildFault
 */
export async function webRoot(
  { webDir }: Pick<Settings, 'webDir'>,
  root: string,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<string> {
  if (webDir !== undefined) {
    if (existsSync(join(webDir, 'index.html'))) return webDir;
    throw new BuildFault(`WEB_DIR: there is no web app in ${webDir}`);
  }
  if (isStale(root)) await build(root, say, stop);
  return join(root, 'dist/h5');
}

async function build(root: string, say: (line: string) => void, stop: AbortSignal): Promise<void> {
  if (!existsSync(join(root, 'node_modules/@tarojs/cli')))
    throw new BuildFault(
      'the web app is not built and its tools are not installed: run npm ci, then npm start',
    );
  say('正在生成网页端，约一分钟…  Building the web app, about a minute…');
  const started = Date.now();
  const windows = process.platform === 'win32';
  const child = spawn('npm', ['run', '--silent', 'build:h5'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that npm, its shell and the build end together.
    detached: !windows,
    shell: windows,
  });
  const end = (): void => void (child.pid && process.kill(windows ? child.pid : -child.pid));
  stop.addEventListener('abort', end, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => stop.removeEventListener('abort', end));
  if (code !== 0) throw new BuildFault('the web app could not be built; npm run build:h5 says why');
  say(`网页端好了 Web app built (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}
