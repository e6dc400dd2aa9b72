import { levelOf, parentOf } from '@contract/region/code';
import { type Crs } from './crs';
import { codeCell, isRounded } from './cells';
import { findGaps, findOverlaps } from './coverage';
import { readPolygon } from './polygon';
import { type Imported, type ImportProblem, problem } from './problems';
import type { ImportedGrid } from './rows';
import { decodeText } from './text-file';

const names = {
  code: ['code', '编码', '网格编码'],
  name: ['name', '名称', '网格名称'],
  about: ['about', '说明', '范围'],
} as const;

/** Old files may say their coordinates (GeoJSON 2008). These are degrees of WGS-84, or of CGCS2000 (EPSG 4490). */
const degrees = /(CRS84|EPSG:{1,2}4326|EPSG:{1,2}4490)$/i;

interface FeatureCollection {
  crs?: { properties?: { name?: unknown } } | null;
  features: unknown[];
}

/**
 * Grids as a county draws them: a GeoJSON FeatureCollection of polygons with the properties `code` (15 digits),
 * `name` and, if wished, `about`. Overlaps and gaps are named as warnings.
 * @param known which of these communities exist
 */
export async function parseGrids(
  bytes: Uint8Array,
  crs: Crs,
  known: (codes: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Imported<ImportedGrid>> {
  const collection = collectionOf(bytes);
  if ('code' in collection) return { ok: false, errors: [collection] };
  const errors: ImportProblem[] = [];
  const read = collection.features.flatMap((feature, index) => {
    const grid = gridOf(feature, index + 1, crs, errors);
    return grid ? [{ grid, feature: index + 1 }] : [];
  });

  const communities = new Set(read.flatMap(({ grid }) => parentOf(grid.code) ?? []));
  const exists = await known([...communities]);
  const numbers = new Map<string, number>();
  for (const { grid, feature } of read) {
    const community = parentOf(grid.code) ?? '';
    if (!exists.has(community))
      errors.push(problem('region-unknown', { feature, column: 'code' }, community));
    if (numbers.has(grid.code))
      errors.push(problem('duplicate-code', { feature, column: 'code' }, grid.code));
    else numbers.set(grid.code, feature);
  }
  if (errors.length > 0)
    return { ok: false, errors: errors.sort((a, b) => (a.feature ?? 0) - (b.feature ?? 0)) };

  const rows = read.map(({ grid }) => grid);
  const warnings = [
    ...findOverlaps(rows).map(({ grids: [one, two], area }) =>
      problem('overlap', { feature: numbers.get(one) ?? 0 }, `${two} (${Math.round(area)} m²)`),
    ),
    ...findGaps(rows).map(({ beside, area, at }) =>
      problem(
        'gap',
        {},
        `${beside.join(', ')} (${Math.round(area)} m², [${at.lng.toFixed(5)}, ${at.lat.toFixed(5)}])`,
      ),
    ),
  ];
  return { ok: true, rows, warnings };
}

function collectionOf(bytes: Uint8Array): FeatureCollection | ImportProblem {
  const text = decodeText(bytes);
  if (text === undefined) return problem('encoding-unknown');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem('json-malformed');
  }
  if (!isCollection(json)) return problem('not-a-feature-collection');
  const crs = json.crs?.properties?.name;
  return typeof crs === 'string' && !degrees.test(crs) ? problem('crs-unsupported', {}, crs) : json;
}

function isCollection(json: unknown): json is FeatureCollection {
  if (typeof json !== 'object' || json === null || !('type' in json) || !('features' in json)) return false;
  return json.type === 'FeatureCollection' && Array.isArray(json.features) && json.features.length > 0;
}

function gridOf(
  feature: unknown,
  number: number,
  crs: Crs,
  errors: ImportProblem[],
): ImportedGrid | undefined {
  const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown };
  const code = codeCell(property(properties, names.code));
  const name = property(properties, names.name);
  const fault = codeFault(code, number) ?? nameFault(name, number);
  const polygon = readPolygon(geometry, crs);
  if (fault) errors.push(fault);
  if (!polygon.ok) errors.push(problem(polygon.failure, { feature: number }, polygon.value));
  if (fault || !polygon.ok) return undefined;
  return { code, name, about: property(properties, names.about), rings: polygon.rings };
}

function codeFault(code: string, feature: number): ImportProblem | undefined {
  const where = { feature, column: 'code' };
  if (!code) return problem('value-missing', where);
  if (isRounded(code)) return problem('code-rounded', where, code);
  return levelOf(code) === 'grid' ? undefined : problem('code-malformed', where, code);
}

function nameFault(name: string, feature: number): ImportProblem | undefined {
  const where = { feature, column: 'name' };
  if (!name) return problem('value-missing', where);
  return name.length > 40 ? problem('value-too-long', where, 40) : undefined;
}

/** A property by any of its names, as text; a code of 15 digits may be written as a number. */
function property(properties: unknown, among: readonly string[]): string {
  const entries = Object.entries(properties ?? {}) as [string, unknown][];
  const value = entries.find(([key]) => among.includes(key.toLowerCase()))?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
