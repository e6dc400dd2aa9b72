import { fail, ok, type Result } from '@contract/result';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RestoreFailure } from '../../../ports/backup';
import { seal, unseal } from './box';

export interface Row {
  table: string;
  row: unknown;
}
export interface StoredFile {
  file: string;
  /** Base64. */
  content: string;
}
/** Rows and files of one emergency, under its own key. */
export interface SealedPart {
  emergency: string;
  content: string;
  rows: number;
}
export type Line =
  | { linli: 2; at: string }
  | Row
  | StoredFile
  | SealedPart
  | { end: { rows: number; files: number } };

const NEWLINE = 0x0a;
/** Gzip's first bytes: what an earlier version wrote, in the open. */
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** In the open: what the file is, and which key it needs. */
const headerOf = (key: Buffer): string =>
  JSON.stringify({ linli: 2, key: createHash('sha256').update(key).digest('hex').slice(0, 16) });

export const pack = (lines: readonly unknown[]): Buffer =>
  gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'));

const unpack = (packed: Buffer): unknown[] =>
  gunzipSync(packed)
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

/** Written beside and renamed: never half a backup. */
export function writeBackupFile(path: string, key: Buffer, lines: readonly Line[]): void {
  const header = headerOf(key);
  const partial = `${path}.partial`;
  writeFileSync(partial, Buffer.concat([Buffer.from(`${header}\n`), seal(key, pack(lines), header)]), {
    mode: 0o600,
  });
  renameSync(partial, path);
}

/** The lines of a whole backup. */
export function readBackupFile(
  path: string,
  key: Buffer,
): Result<Line[], Exclude<RestoreFailure, 'not-empty'>> {
  try {
    const bytes = readFileSync(path);
    if (isGzip(bytes)) return fail('not-encrypted');
    const end = bytes.indexOf(NEWLINE);
    const header = bytes.subarray(0, Math.max(0, end)).toString();
    const { linli, key: its } = JSON.parse(header) as { linli?: number; key?: string };
    if (linli !== 2) return fail('unreadable');
    const { key: ours } = JSON.parse(headerOf(key)) as { key: string };
    if (its !== ours) return fail('another-key');
    const content = unseal(key, bytes.subarray(end + 1), header);
    return content ? ok(unpack(content) as Line[]) : fail('unreadable');
  } catch {
    return fail('unreadable');
  }
}

/** @returns undefined for another key */
export function openPart(part: SealedPart, key: Buffer): (Row | StoredFile)[] | undefined {
  const content = unseal(key, Buffer.from(part.content, 'base64'), part.emergency);
  return content && (unpack(content) as (Row | StoredFile)[]);
}

export const sealPart = (
  emergency: string,
  key: Buffer,
  lines: readonly (Row | StoredFile)[],
): SealedPart => ({
  emergency,
  content: seal(key, pack(lines), emergency).toString('base64'),
  rows: lines.filter((line) => 'table' in line).length,
});
