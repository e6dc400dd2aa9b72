import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What became of one case; a skipped or failed one says why. */
export type Outcome =
  | { name: string; verdict: 'passed' }
  | { name: string; verdict: 'failed' | 'skipped'; reason: string };

/** Runs the cases in a file, or in all files below a folder; `port` takes the name of one, and a module. */
export type Suite = (path: string, more?: string) => Outcome[] | Promise<Outcome[]>;

export const passed = (name: string): Outcome => ({ name, verdict: 'passed' });
export const failed = (name: string, reason: string): Outcome => ({ name, verdict: 'failed', reason });
export const skipped = (name: string, reason: string): Outcome => ({ name, verdict: 'skipped', reason });

/** The file, or all files below the folder whose name ends so, in a stable order. */
export function filesAt(path: string, ending: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return filesAt(inside, ending);
      return entry.name.endsWith(ending) ? [inside] : [];
    });
}
