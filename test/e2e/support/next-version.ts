import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const hashed = /\.([0-9a-f]{8})\./;

/**
 * Puts another version in the place of a built web app, as a new release does: every part under another name,
 * the old ones gone. Its page says `data-version="next"`.
 */
export function replaceByNextVersion(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );
  const hashes = new Set(paths.flatMap((path) => hashed.exec(path)?.[1] ?? []));
  const renamed = (text: string): string =>
    [...hashes].reduce((so, hash) => so.replaceAll(hash, [...hash].reverse().join('')), text);
  for (const path of paths) {
    const text = renamed(readFileSync(join(folder, path), 'utf8'))
      .replace('<html ', '<html data-version="next" ')
      .replace(/(url:"index\.html",revision:")/, '$1next');
    rmSync(join(folder, path));
    writeFileSync(join(folder, renamed(path)), text);
  }
}
