import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const keyBytes = 32;

/**
 * Reads a key of the county's (32 bytes, base64url) that only its own user may read, or makes one where there is none.
 * @param fault makes the error of what is wrong with it, in one line
 */
export function openSecretFile(path: string, name: string, fault: (line: string) => Error): Buffer {
  if (!existsSync(path)) makeSecretFile(path);
  if ((statSync(path).mode & 0o077) !== 0)
    throw fault(`${path}: ${name} can be read by others; chmod 600 it`);
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
  if (key.length !== keyBytes) throw fault(`${path}: not a key of ${keyBytes} bytes, base64url`);
  return key;
}

/** Whole or not at all: another process of the deployment may start at the same moment, and the first one counts. */
function makeSecretFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
}
