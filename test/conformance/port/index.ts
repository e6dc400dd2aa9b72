import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Outcome } from '../outcome';
import { tryHealthSource } from './health-source';
import type { OpenSpecimen } from './specimen';

/** `port health-source <module>`: the port's contract tests on anyone's adapter. */
export async function runPort(port: string, path: string | undefined): Promise<Outcome[]> {
  if (port !== 'health-source' || path === undefined)
    throw new Error('usage: npm run conformance -- port health-source <module>');
  const loaded = (await import(pathToFileURL(resolve(path)).href)) as { default: unknown };
  // A CommonJS module comes wrapped once more.
  const outer = loaded.default as OpenSpecimen | { default: OpenSpecimen };
  const specimen = await (typeof outer === 'function' ? outer : outer.default)();
  try {
    return await tryHealthSource(specimen);
  } finally {
    await specimen.close?.();
  }
}
