import type { LogKey } from '@contract/audit/chain';
import { decodeBase64url } from '@contract/health-code/base64url';
import { createReadStream } from 'node:fs';
import { CommandFault } from '../server-call';
import type { AdminRequest } from '../admin/commands';
import type { AdminRunner } from '../admin/here';

/** A log as lines, wherever it lies. */
export type LogSource = AsyncIterable<readonly string[]>;

/** The log of this deployment, page by page, so that it need not fit into memory. */
export async function* logOf(run: AdminRunner, withPersonal: boolean): LogSource {
  let after = 0;
  for (;;) {
    const lines = await ask(run, {
      args: ['page', String(after)],
      options: withPersonal ? { 'with-personal': 'yes' } : {},
    });
    if (lines.length === 0) return;
    yield lines;
    after += lines.length;
  }
}

/** The keys of this deployment. */
export async function keysOf(run: AdminRunner): Promise<LogKey[]> {
  return readKeys(await ask(run, { args: ['keys'], options: {} }));
}

/** A kid and a public key a line, as `audit keys` prints them. */
export function readKeys(lines: readonly string[]): LogKey[] {
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [kid = '', text = ''] = line.split(' ');
      const key = decodeBase64url(text);
      if (key?.length !== 32) throw new CommandFault(`not a key: ${line.slice(0, 80)}`);
      return { kid, key };
    });
}

/** A file's lines. Node's own reader of lines breaks them at U+2028 too, which JSON does not. */
export async function* linesOfFile(path: string): LogSource {
  let rest = '';
  try {
    for await (const part of createReadStream(path, 'utf8')) {
      const lines = (rest + String(part)).split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
  } catch {
    throw new CommandFault(`${path}: cannot be read`);
  }
  if (rest !== '') yield [rest];
}

async function ask(run: AdminRunner, request: Pick<AdminRequest, 'args' | 'options'>): Promise<string[]> {
  const { code, lines } = await run({ command: 'audit', ...request });
  if (code !== 0) throw new CommandFault(lines.join('; '));
  return lines;
}
