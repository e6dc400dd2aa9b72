import { join } from 'node:path';
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

/** Calls under way get their answer, but nobody waits for long. */
async function end(): Promise<void> {
  if (stop.signal.aborted) return;
  stop.abort();
  setTimeout(() => process.exit(1), 3000).unref();
  await started.then(({ app }) => app.close()).catch(() => undefined);
  process.exit(0);
}

process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());
started.catch((error: unknown) => (stop.signal.aborted ? undefined : fail(error)));
