import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../support/process';

const VARIABLE = 'LINLI_TEST_DATA_FOLDER';

/**
 * Makes a data folder as the demo's first start leaves it: once in a run, since it takes many seconds.
 * @returns how to remove it
 */
export async function prepareFolder(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-prepared-'));
  const { ended, err } = run('test/e2e/support/first-start.ts', [], { DATA_DIR: folder });
  if ((await ended) !== 0) throw new Error(err());
  // The sockets of its lock are of a process that has ended.
  for (const name of readdirSync(folder)) if (name.startsWith('.lock')) rmSync(join(folder, name));
  process.env[VARIABLE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Into an empty folder. Outside the tests there is none, and the first start makes its own. */
export function copyPreparedFolder(to: string): void {
  const from = process.env[VARIABLE];
  if (!from) return;
  // Over a thousand files: `cp` takes a twentieth of the time that Node's own copying takes.
  execFileSync('cp', ['-R', `${from}/.`, to]);
}
