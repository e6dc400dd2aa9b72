import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGrids } from '../../../src/backend/import/grids-geojson';
import type { Imported, ImportProblem } from '../../../src/backend/import/problems';

export const sample = (name: string): Uint8Array =>
  readFileSync(join(__dirname, '../../../docs/samples', name));

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A tree in which every place exists. */
export const everyPlace = (codes: readonly string[]) => Promise.resolve<ReadonlySet<string>>(new Set(codes));

/** A tree of these places only. */
export const only =
  (...places: string[]) =>
  (codes: readonly string[]) =>
    Promise.resolve<ReadonlySet<string>>(new Set(codes.filter((code) => places.includes(code))));

export function taken<T>(imported: Imported<T>): { rows: T[]; warnings: ImportProblem[] } {
  if (!imported.ok) throw new Error(`refused: ${JSON.stringify(imported.errors)}`);
  return imported;
}

/** What was wrong, as [line or feature, column, code]. */
export function refusals<T>(imported: Imported<T>): [number | undefined, string | undefined, string][] {
  if (imported.ok) throw new Error('taken, though it should be refused');
  return imported.errors.map(({ line, feature, column, code }) => [line ?? feature, column, code]);
}

export const sampleGrids = async () =>
  taken(await parseGrids(sample('grids.geojson'), 'wgs84', everyPlace)).rows;
