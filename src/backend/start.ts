import { createServer } from 'node:net';
import type { App } from './app';
import { greeting } from './greeting';
import { readSettings, type Settings } from './settings';
import { webRoot } from './web/build';

export class ListenFault extends Error {}

export interface Started {
  app: App;
  /** Where it listens: `http://127.0.0.1:8710`. */
  address: string;
  /** What to say to the person who started it. */
  greeting: readonly string[];
}

/**
 * What a process does besides answering: `alone` all there is; of several, one loads at their `first` start, and is the one that
 * administration speaks to (`keeper`, when it had to be started again); the others answer, no more.
 */
export const parts = ['alone', 'first', 'keeper', 'more'] as const;
export type Part = (typeof parts)[number];

/**
 * From the environment to a server that answers. Cheap checks come first, so that a wrong setting or a taken port
 * is told before anything is built.
 * @param say takes a line for the person who started it
 * @throws a fault whose message is one clear line
 */
export async function start(
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
  root: string,
  say: (line: string) => void,
  stop: AbortSignal,
  part: Part = 'alone',
): Promise<Started> {
  const settings = readSettings(environment, args, root);
  if (part === 'alone') await tryPort(settings);
  // Loading all of it takes seconds, which a wrong setting need not wait for.
  const { createApp } = await import('./app');
  const app = await createApp(settings, { webRoot: () => webRoot(settings, root, say, stop) });
  try {
    stop.throwIfAborted();
    // Between two portions of the tree is a good moment to be ended.
    if (part === 'alone' || part === 'first')
      await app.load((line) => {
        stop.throwIfAborted();
        say(line);
      });
    if (part !== 'more') await app.listenForAdmin();
    const address = await app.server.listen({ host: settings.host, port: settings.port });
    return { app, address, greeting: greeting(settings, address, app.personas) };
  } catch (error) {
    await app.close();
    throw listenFault(settings, error);
  }
}

/** Takes the port and gives it back. */
export function tryPort(settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenFault(settings, error)));
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()));
  });
}

function listenFault({ host, port }: Settings, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new ListenFault(`port ${port} is taken: end what listens there, or choose another with PORT`);
  if (code === 'EACCES')
    return new ListenFault(`port ${port} may not be used: choose one above 1023 with PORT`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ListenFault(`HOST: "${host}" is not an address of this machine`);
  return error;
}
