import { parseArgs } from 'node:util';
import { callServer, CommandFault, runCommand } from './server-call';

const usage = "usage: npm run verify -- '<code>'";

/** `npm run verify -- '<code>'`: the verdict as JSON on stdout; exit code 0 for pass, 1 otherwise. */
runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [code] = positionals;
  if (code === undefined || positionals.length > 1) throw new CommandFault(usage);
  const verdict = await callServer('POST /v1/health-codes/verify', { body: { code } });
  console.log(JSON.stringify(verdict));
  return verdict.result === 'pass' ? 0 : 1;
});
