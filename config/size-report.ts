import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** WeChat takes 2 MB a package; the main one is what a resident waits for at the first opening. */
const budget = { main: 600 * 1024, package: 2 * 1024 * 1024 };
const root = 'dist/weapp';

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : path.endsWith('.map') || path.endsWith('.LICENSE.txt')
      ? 0
      : statSync(path).size;

interface AppJson {
  subPackages?: { root: string }[];
}

const { subPackages = [] } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as AppJson;
const parts = subPackages.map(({ root: folder }) => ({
  name: folder,
  bytes: sizeOf(join(root, folder)),
  limit: budget.package,
}));
const main = {
  name: 'main',
  bytes: sizeOf(root) - parts.reduce((sum, part) => sum + part.bytes, 0),
  limit: budget.main,
};

let over = false;
for (const { name, bytes, limit } of [main, ...parts]) {
  const good = bytes <= limit;
  over ||= !good;
  console.log(
    `${good ? 'ok  ' : 'OVER'} ${name}: ${(bytes / 1024).toFixed(0)} KB of ${(limit / 1024).toFixed(0)} KB`,
  );
}
if (over) process.exitCode = 1;
