import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Outcome } from '../outcome';
import { tryHealthSource } from './health-source';
import { tryRequestDesk } from './request-desk';
import type { OpenSpecimen } from './specimen';

interface Closable {
  close?(): Promise<void>;
}

async function tryOn<S extends Closable>(
  open: OpenSpecimen<S>,
  attempt: (specimen: S) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const specimen = await open();
  try {
    return await attempt(specimen);
  } finally {
    await specimen.close?.();
  }
}

/** By port: the tries on what a module opens, which is the module's word. */
const ports: Readonly<Record<string, (open: OpenSpecimen<never>) => Promise<Outcome[]>>> = {
  'health-source': (open) => tryOn(open, tryHealthSource),
  'request-desk': (open) => tryOn(open, tryRequestDesk),
};

/** `port <port> <module>`: the port's contract tests on anyone's adapter. */
export async function runPort(port: string, path: string | undefined): Promise<Outcome[]> {
  const run = ports[port];
  if (run === undefined || path === undefined)
    throw new Error(`usage: npm run conformance -- port ${Object.keys(ports).join('|')} <module>`);
  const loaded = (await import(pathToFileURL(resolve(path)).href)) as { default: unknown };
  // A CommonJS module comes wrapped once more.
  const outer = loaded.default as OpenSpecimen<never> | { default: OpenSpecimen<never> };
  return run(typeof outer === 'function' ? outer : outer.default);
}
