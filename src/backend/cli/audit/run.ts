import { checkChain, type ChainFailure, type ChainVerdict, type LogKey } from '@contract/audit/chain';
import { encodeBase64url } from '@contract/health-code/base64url';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nodeEd25519Again, nodeSha256 } from '../../health-code-crypto';
import type { AdminRunner } from '../admin/here';
import { CommandFault } from '../server-call';
import { keysOf, linesOfFile, type LogSource, logOf, readKeys } from './source';

const usage = [
  'npm run audit -- <command>',
  '',
  '  export [--with-personal]                        the log, a line of JSON an entry; texts of what is personal only if asked for',
  '  verify [<file>] [--head <hash>] [--keys <file>] an export, or the log itself; a head that somebody once saw',
  '  keys                                            the public keys that entries are signed with: <kid> <key>',
].join('\n');

const said: Record<ChainFailure, string> = {
  unreadable: 'is no line of a log, or not written in its one form',
  missing: 'is not where it belongs: removed, or out of order',
  altered: 'is not what was chained',
  'unknown-key': 'is signed with a key that is not known here',
  'not-signed': 'is not signed by the key it names',
  'text-altered': 'has a personal text beside it that is not the one it bears the hash of',
  'cut-off': 'is missing: the log had the head given, and does not hold it',
};

async function verify(
  source: LogSource,
  keys: readonly LogKey[],
  head: string | undefined,
): Promise<ChainVerdict> {
  const crypto = { sha256: nodeSha256, verify: nodeEd25519Again };
  const check = checkChain(keys, crypto, head === undefined ? undefined : { hash: head });
  for await (const lines of source)
    for (const line of lines) {
      const fault = check.take(line);
      if (fault) return { ok: false, fault };
    }
  return check.end();
}

function keysIn(path: string): LogKey[] {
  try {
    return readKeys(readFileSync(path, 'utf8').split('\n'));
  } catch (error) {
    throw error instanceof CommandFault ? error : new CommandFault(`${path}: cannot be read`);
  }
}

/** Where what a command says goes. */
export interface AuditOutput {
  /** Text of stdout. @returns false when nobody reads it any more, as behind `head` */
  write(text: string): Promise<boolean>;
  /** A line of stderr. */
  complain(line: string): void;
}

/**
 * `npm run audit -- export|verify|keys`.
 * @returns the exit code: 1 for a log that is not as it was
 * @throws CommandFault for what cannot be asked or read
 */
export async function runAudit(
  argv: readonly string[],
  run: AdminRunner,
  output: AuditOutput,
): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      'with-personal': { type: 'boolean', default: false },
      head: { type: 'string' },
      keys: { type: 'string' },
    },
  });
  const [command, file, ...more] = positionals;
  if (more.length > 0 || (file !== undefined && command !== 'verify')) throw new CommandFault(usage);
  switch (command) {
    case 'export':
      for await (const lines of logOf(run, values['with-personal']))
        if (!(await output.write(lines.map((line) => `${line}\n`).join('')))) break;
      return 0;
    case 'keys':
      for (const { kid, key } of await keysOf(run)) await output.write(`${kid} ${encodeBase64url(key)}\n`);
      return 0;
    case 'verify': {
      const keys = values.keys === undefined ? await keysOf(run) : keysIn(values.keys);
      const source = file === undefined ? logOf(run, true) : linesOfFile(file);
      const verdict = await verify(source, keys, values.head);
      if (verdict.ok) await output.write(`${verdict.end.seq} entries, head ${verdict.end.hash}\n`);
      else output.complain(`entry ${verdict.fault.seq} ${said[verdict.fault.failure]}`);
      return verdict.ok ? 0 : 1;
    }
    case undefined:
    default:
      throw new CommandFault(usage);
  }
}
