import { join } from 'node:path';
import { watchLauncher } from './launcher';
import { start } from './start';

const root = join(__dirname, '../..');
const stop = new AbortController();
const started = start(process.env, process.argv.slice(2), root, console.log, stop.signal);

/** One clear line, whatever it was. */
function fail(error: unknown): never {
  const message = error instanceof Error ? error.message || error.name : String(error);
  process.stderr.write(`${message.split('\n')[0]}\n`);
  process.exit(1);
}

/** Calls under way have two seconds for their answer; after three the process ends whatever happens. */
async function end(): Promise<void> {
  if (stop.signal.aborted) return;
  stop.abort();
  setTimeout(() => process.exit(1), 3000).unref();
  const running = await started.catch(() => process.exit(0));
  setTimeout(() => running.app.server.server.closeAllConnections(), 2000).unref();
  await running.app.close();
  process.exit(0);
}

watchLauncher(() => void end());
process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());
started.catch((error: unknown) => (stop.signal.aborted ? undefined : fail(error)));
