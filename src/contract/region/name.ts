import { levelOf } from './code';

export interface NamedRegion {
  code: string;
  name: string;
}

/**
 * Nodes that are there for the numbering alone: nobody says them in an address.
 * - the county of a city without counties, named as its city (东莞, 中山, 儋州, 嘉峪关)
 * - the "city" between a municipality and its districts (市辖区, 县), or between a province and the counties
 *   it runs itself (省直辖县级行政区划)
 */
export function isPlaceholder(region: NamedRegion, parentName: string | undefined): boolean {
  const level = levelOf(region.code);
  if (level === 'county') return region.name === parentName;
  return level === 'city' && /^(市辖区|县|.*直辖县级行政区划)$/.test(region.name);
}

/**
 * The way down to a region as people write it: 浙江省 杭州市 西湖区.
 * @param line the region and those above it, province first
 */
export const pathName = (line: readonly NamedRegion[]): string =>
  line
    .filter((region, index) => !isPlaceholder(region, line[index - 1]?.name))
    .map((region) => region.name)
    .join(' ');
