import { join } from 'node:path';
import { watchLauncher } from './launcher';
import { readSettings } from './settings';
import { start } from './start';
import { partOf, sayUp, startWorkers } from './workers';

const root = join(__dirname, '../..');
const stop = new AbortController();
const part = partOf(process.env);
const args = process.argv.slice(2);
let patienceMs = 3_000;

/** @returns how to end what was started */
async function begin(): Promise<() => Promise<void>> {
  if (part === undefined) {
    const settings = readSettings(process.env, args, root);
    if (settings.workers > 1) {
      // Each of them ends first.
      patienceMs = 5_000;
      return startWorkers(settings, console.log, stop.signal);
    }
  }
  const { app, greeting } = await start(process.env, args, root, console.log, stop.signal, part);
  if (part === undefined) greeting.forEach((line) => console.log(line));
  else sayUp(greeting);
  return async () => {
    // Calls under way have two seconds for their answer.
    setTimeout(() => app.server.server.closeAllConnections(), 2000).unref();
    await app.close();
  };
}

const started = begin();

/** One clear line, whatever it was. */
function fail(error: unknown): never {
  const message = error instanceof Error ? error.message || error.name : String(error);
  process.stderr.write(`${message.split('\n')[0]}\n`);
  process.exit(1);
}

/** After a while it ends whatever happens. */
async function end(): Promise<void> {
  if (stop.signal.aborted) return;
  stop.abort();
  setTimeout(() => process.exit(1), patienceMs).unref();
  const endAll = await started.catch(() => process.exit(0));
  await endAll();
  process.exit(0);
}

if (part === undefined) watchLauncher(() => void end());
process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());
started.catch((error: unknown) => (stop.signal.aborted ? undefined : fail(error)));
