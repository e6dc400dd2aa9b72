import { isUnder, levelOf, parentOf } from '@contract/region/code';
import { pathName } from '@contract/region/name';
import { readRegionTree, type RegionTreeRow } from '../../../src/backend/import/region-tree';

const byLevel = (rows: readonly RegionTreeRow[]) => {
  const counts: Partial<Record<RegionTreeRow['level'], number>> = {};
  for (const { level } of rows) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
};

const line = (tree: ReadonlyMap<string, RegionTreeRow>, code: string): RegionTreeRow[] => {
  const row = tree.get(code);
  if (!row) throw new Error(`${code} is not in the tree`);
  return row.parent === undefined ? [row] : [...line(tree, row.parent), row];
};

describe('the real tree', () => {
  const rows = [...readRegionTree(['33', '44', '46', '62'])];
  const tree = new Map(rows.map((row) => [row.code, row]));

  it('has every province, city and county, and Zhejiang down to the community', () => {
    expect(byLevel([...readRegionTree(['33'])])).toEqual({
      province: 31,
      city: 342,
      county: 2978,
      township: 1387,
      community: 25547,
    });
  });

  it('has the whole country where asked: 665,276 places, each once', () => {
    const seen = new Set<string>();
    for (const { code, parent } of readRegionTree('all')) {
      if (parent !== undefined && !seen.has(parent)) throw new Error(`${code} before its parent`);
      seen.add(code);
    }
    expect(seen.size).toBe(665_276);
  });

  it('names parents before their children, one level up, and the level by the code', () => {
    const seen = new Set<string>();
    for (const { code, level, parent, name } of rows) {
      if (level !== levelOf(code) || parent !== parentOf(code) || name === '' || seen.has(code))
        throw new Error(`${code} does not fit`);
      if (parent !== undefined && !seen.has(parent)) throw new Error(`${code} before its parent`);
      seen.add(code);
    }
  });

  it.each([
    ['4419', '441900003001', '广东省 东莞市 东城街道 岗贝社区居民委员会'],
    ['4420', '442000001', '广东省 中山市 石岐街道'],
    ['4604', '460400100', '海南省 儋州市 那大镇'],
    ['6202', '620201100', '甘肃省 嘉峪关市 新城镇'],
  ])('hangs the townships of city %s, which has no counties, on a placeholder', (city, place, path) => {
    expect(line(tree, place).map(({ level }) => level)).toEqual(
      ['province', 'city', 'county', 'township', 'community'].slice(0, line(tree, place).length),
    );
    expect(isUnder(place, city)).toBe(true);
    expect(pathName(line(tree, place))).toBe(path);
    const townships = rows.filter(({ level, code }) => level === 'township' && isUnder(code, city));
    expect(townships.length).toBeGreaterThan(4);
  });

  it('refuses a province that does not exist', () => {
    expect(() => [...readRegionTree(['99'])]).toThrow('99: no province has this code');
  });
});
