import type { Bilingual } from '../text';

/** Levels of the grid tree, from the top. A building is a place below the grid, not a level of government. */
export const levels = ['province', 'city', 'county', 'township', 'community', 'grid'] as const;
export type Level = (typeof levels)[number];

/** Digits of a code by what it names: GB/T 2260 down to the county, GB/T 10114 to the community, then city rules. */
export const codeLengths = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  community: 12,
  grid: 15,
  building: 18,
} as const satisfies Record<Level | 'building', number>;

const lengths = Object.values(codeLengths);

export const levelNames: Readonly<Record<Level | 'building', Bilingual>> = {
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县（市、区）', en: 'county' },
  township: { zh: '乡镇（街道）', en: 'township' },
  community: { zh: '村（社区）', en: 'community' },
  grid: { zh: '网格', en: 'grid' },
  building: { zh: '楼栋', en: 'building' },
};

/** The level a code belongs to; undefined for a building and for what is no code. */
export function levelOf(code: string): Level | undefined {
  return isDigits(code) ? levels.find((level) => codeLengths[level] === code.length) : undefined;
}

/** Whether it is a code of one of the six levels. It may still name a place that does not exist. */
export const isRegionCode = (code: string): boolean => levelOf(code) !== undefined;

export const isBuildingCode = (code: string): boolean =>
  isDigits(code) && code.length === codeLengths.building;

/**
 * The codes above a region or building, province first, without itself. Empty for a province and for what is no code.
 * A city without counties still has a county above its townships: a placeholder (see `isPlaceholder`).
 */
export const ancestors = (code: string): string[] => lineage(code).slice(0, -1);

/** The ancestors and the code itself: province first. */
export const lineage = (code: string): string[] =>
  isRegionCode(code) || isBuildingCode(code)
    ? lengths.filter((length) => length <= code.length).map((length) => code.slice(0, length))
    : [];

/** The code one level up; undefined for a province. */
export const parentOf = (code: string): string | undefined => ancestors(code).at(-1);

/** Whether a place is the given region (or building) or lies below it. */
export const isUnder = (code: string, region: string): boolean => lineage(code).includes(region);

/** The code of the given level on the way up from a place, or itself; undefined when the place lies higher. */
export const atLevel = (code: string, level: Level): string | undefined =>
  lineage(code).find((one) => levelOf(one) === level);

const isDigits = (code: string): boolean => /^\d+$/.test(code);
