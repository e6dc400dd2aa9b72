import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStale } from '../../../src/backend/web/build';

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
