import { readFileSync, statSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { createCapReader } from '../../../src/backend/adapters/cap/reader';
import { filesAt } from '../outcome';

export interface Verdict {
  name: string;
  valid: boolean;
  /** In words; empty for a valid one. */
  reasons: string[];
  signed: boolean;
}

/** What lies beside alerts and is none. */
const aside = /(^|\/)(\.[^/]*|LICENSE[^/]*|[^/]*\.(xsd|md))$/i;

/** Judges every file at a path, whatever its ending: the standard gives none. */
export async function runCap(path: string): Promise<Verdict[]> {
  // What a server has no time for is not wrong.
  const reader = createCapReader({ timeoutMs: 60_000, mostBytes: 64 * 1024 * 1024 });
  const isFolder = statSync(path).isDirectory();
  const files = filesAt(path, '').filter((file) => !isFolder || !aside.test(file));
  const verdicts: Verdict[] = [];
  for (const file of files) {
    const reading = await reader.alert(readFileSync(file));
    verdicts.push({
      name: isFolder ? relative(path, file) : basename(file),
      valid: reading.ok,
      reasons: reading.ok ? [] : reading.faults,
      signed: reading.signed,
    });
  }
  await reader.close();
  return verdicts;
}

export function lineOf({ name, valid, reasons, signed }: Verdict): string {
  return `${name}: ${valid ? 'valid' : `invalid: ${reasons.join('; ')}`}${signed ? ' (signed, not verified)' : ''}`;
}
