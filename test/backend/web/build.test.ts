import { existsSync, mkdirSync, readFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../support/eventually';
import { isStale, webRoot } from '../../../src/backend/web/build';

describe('whether the web app is to be built', () => {
  let root: string;
  const at = (path: string, seconds: number) => utimesSync(join(root, path), seconds, seconds);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'linli-build-'));
    for (const folder of ['src/miniprogram/pages', 'src/contract', 'config', 'dist/h5'])
      mkdirSync(join(root, folder), { recursive: true });
    for (const file of ['src/miniprogram/pages/code.tsx', 'package-lock.json', 'dist/h5/sw.js'])
      writeFileSync(join(root, file), '');
    for (const path of [
      'src/miniprogram/pages/code.tsx',
      'src/miniprogram/pages',
      'src/miniprogram',
      'src/contract',
      'config',
      'package-lock.json',
    ])
      at(path, 1000);
    at('dist/h5/sw.js', 2000);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('not while nothing it is made of is newer', () => expect(isStale(root)).toBe(false));
  it('when it is missing, or its build was cut off before the service worker', () => {
    rmSync(join(root, 'dist/h5/sw.js'));
    expect(isStale(root)).toBe(true);
  });
  it('when a file deep inside changed', () => {
    at('src/miniprogram/pages/code.tsx', 3000);
    expect(isStale(root)).toBe(true);
  });
  it('when a file was removed', () => {
    rmSync(join(root, 'src/miniprogram/pages/code.tsx'));
    expect(isStale(root)).toBe(true);
  });
  it('when a package changed', () => {
    at('package-lock.json', 3000);
    expect(isStale(root)).toBe(true);
  });
});

describe('building the web app', () => {
  let root: string;
  const never = new AbortController().signal;
  const said: string[] = [];
  const build = (stop: AbortSignal = never) =>
    webRoot({ webDir: undefined }, root, (line) => said.push(line), stop);
  const script = (js: string) => {
    writeFileSync(join(root, 'build.js'), `const fs = require('fs'); ${js}`);
    writeFileSync(join(root, 'package.json'), JSON.stringify({ scripts: { 'build:h5': 'node build.js' } }));
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'linli-build-'));
    mkdirSync(join(root, 'node_modules/@tarojs/cli'), { recursive: true });
    mkdirSync(join(root, 'dist/h5'), { recursive: true });
    said.length = 0;
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is done once, and said', async () => {
    script("fs.appendFileSync('dist/h5/sw.js', 'x')");
    expect(await build()).toBe(join(root, 'dist/h5'));
    expect(said).toHaveLength(2);
    await build();
    expect(readFileSync(join(root, 'dist/h5/sw.js'), 'utf8')).toBe('x');
  });

  it('says how to learn more when it fails', async () => {
    script('process.exit(3)');
    await expect(build()).rejects.toThrow('the web app could not be built; npm run build:h5 says why');
  });

  it('says what is missing where its tools are not installed', async () => {
    rmSync(join(root, 'node_modules'), { recursive: true });
    await expect(build()).rejects.toThrow('run npm ci, then npm start');
  });

  it('ends with us, whole', async () => {
    script("fs.writeFileSync('pid', String(process.pid)); setInterval(() => 0, 1000)");
    const stop = new AbortController();
    const building = build(stop.signal);
    await eventually(() => existsSync(join(root, 'pid')) || Promise.reject(new Error('not begun')));
    const pid = Number(readFileSync(join(root, 'pid'), 'utf8'));
    stop.abort();
    await expect(building).rejects.toThrow();
    await eventually(() => expect(() => process.kill(pid, 0)).toThrow());
  });

  it('is not done where a folder is given', async () => {
    writeFileSync(join(root, 'index.html'), '');
    const given = (webDir: string) => webRoot({ webDir }, root, (line) => said.push(line), never);
    expect(await given(root)).toBe(root);
    await expect(given(join(root, 'dist'))).rejects.toThrow(/^WEB_DIR: /);
    expect(said).toEqual([]);
  });
});
