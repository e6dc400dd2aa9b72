import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { callServer, CommandFault, runCommand } from './server-call';
import { verifyOffline } from './verify-offline';

const usage =
  "usage: npm run verify -- [--trust <file> [--status <file>]…] '<code>'   (- reads the code from stdin)";

/**
 * `npm run verify -- '<code>'`: asks the running server. With `--trust`, and `--status` for each list: by saved lists,
 * without a server. The verdict as JSON on stdout; exit code 0 for pass, 1 otherwise.
 */
runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { trust: { type: 'string' }, status: { type: 'string', multiple: true, default: [] } },
  });
  const [given] = positionals;
  const { trust, status } = values;
  if (given === undefined || positionals.length > 1 || (status.length > 0 && trust === undefined))
    throw new CommandFault(usage);
  const code = given === '-' ? readFileSync(0, 'latin1').replace(/\r?\n$/, '') : given;
  if (trust !== undefined) {
    const { verdict, answer, notes } = verifyOffline(code, trust, status, Date.now());
    for (const note of notes) console.error(note);
    console.log(JSON.stringify(answer));
    return verdict.result === 'pass' ? 0 : 1;
  }
  const verdict = await callServer('POST /v1/health-codes/verify', { body: { code } });
  console.log(JSON.stringify(verdict));
  return verdict.result === 'pass' ? 0 : 1;
});
