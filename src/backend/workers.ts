import cluster, { type Worker } from 'node:cluster';
import type { Settings } from './settings';
import { type Part, parts, tryPort } from './start';

const PART = 'LINLI_PART';
/** What a worker tells once it answers. */
interface Up {
  greeting: readonly string[];
}
/** One that ended sooner than this waits as long before it is started again: what is broken is not tried in a loop. */
const soonMs = 1_000;
/** Longer than a worker takes to end by itself. */
const patienceMs = 4_000;

/** The part of this process; undefined for the one that starts the others. */
export const partOf = (environment: NodeJS.ProcessEnv): Part | undefined =>
  parts.find((part) => part === environment[PART]);

export const sayUp = (greeting: Up['greeting']): void => void process.send?.({ greeting } satisfies Up);

/**
 * Starts as many processes as the settings say, which share the port and the database. The first prepares what all of
 * them need (the web app, tables, the tree) before the others come. One that ends is started again; its phones meanwhile
 * find another.
 * @param say takes a line for the person who started them, when all of them answer
 * @param stop ends them all
 * @returns waits until they are gone
 * @throws a fault whose message is one clear line; a worker that cannot start has said its own
 */
export async function startWorkers(
  settings: Settings,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<() => Promise<void>> {
  await tryPort(settings);
  const running = new Map<Worker, Promise<void>>();

  /** @returns what it tells once it answers; undefined when it ends before */
  function fork(part: Part): Promise<Up | undefined> {
    const worker = cluster.fork({ [PART]: part });
    const began = Date.now();
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    const up = new Promise<Up | undefined>((resolve) => {
      worker.once('message', (told: Up) => resolve(told));
      void gone.then(() => resolve(undefined));
    });
    running.set(worker, gone);
    void gone.then(async () => {
      running.delete(worker);
      if (stop.aborted || (part === 'first' && !(await up))) return;
      const again = part === 'first' ? 'keeper' : part;
      setTimeout(() => stop.aborted || void fork(again), Date.now() - began < soonMs ? soonMs : 0);
    });
    return up;
  }

  const kill = (signal: NodeJS.Signals): void =>
    [...running.keys()].forEach((each) => each.process.kill(signal));
  stop.addEventListener('abort', () => {
    kill('SIGTERM');
    setTimeout(() => kill('SIGKILL'), patienceMs).unref();
  });

  const first = await fork('first');
  if (!first) process.exit(stop.aborted ? 0 : 1);
  await Promise.all(Array.from({ length: settings.workers - 1 }, () => fork('more')));
  first.greeting.forEach((line) => say(line));
  return async () => void (await Promise.all(running.values()));
}
