import { readFileSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { failed, filesAt, type Outcome, passed, skipped, type Suite } from '../outcome';
import { artefactsOf, type DgcCase } from './artefacts';
import { checks } from './checks';

/** The EU's test cases: right when every stated flag of those judged agrees. */
export const runDgc: Suite = (path) => filesAt(path, '.json').map(runFile);

function runFile(file: string): Outcome {
  const name = nameOf(file);
  let read: DgcCase;
  try {
    // Some were written by an editor that begins a file with a byte order mark.
    read = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as DgcCase;
  } catch {
    return skipped(name, 'not JSON');
  }
  const flags = read.EXPECTEDRESULTS;
  if (flags === undefined || flags === null) return skipped(name, 'no EXPECTEDRESULTS');
  const stated = Object.entries(checks).filter(([flag]) => typeof flags[flag] === 'boolean');
  if (stated.length === 0) return skipped(name, 'none of the judged flags is stated');
  const artefacts = artefactsOf(read);
  const wrong = stated.filter(([flag, check]) => check(artefacts) !== flags[flag]).map(([flag]) => flag);
  return wrong.length === 0
    ? passed(name)
    : failed(name, wrong.map((flag) => `${flag} is not ${String(flags[flag])}`).join(', '));
}

/** `SE/2DCode/raw/1.json` → `SE/1.json`. */
function nameOf(file: string): string {
  const parts = resolve(file).split(sep).slice(0, -1);
  const country = parts.filter((part) => part !== 'raw' && part !== '2DCode').at(-1) ?? '';
  return join(country, basename(file));
}
