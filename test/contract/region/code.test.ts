import fc from 'fast-check';
import {
  ancestors,
  atLevel,
  codeLengths,
  isBuildingCode,
  isRegionCode,
  isUnder,
  type Level,
  levelNames,
  levelOf,
  levels,
  lineage,
  parentOf,
} from '@contract/region/code';

const building = '330106099001007005';
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const lengths = Object.values(codeLengths);
const anyCode = fc.constantFrom(...lengths).chain(digits);

describe('region codes', () => {
  it.each<[string, Level | undefined]>([
    ['33', 'province'],
    ['3301', 'city'],
    ['330106', 'county'],
    ['330106099', 'township'],
    ['330106099001', 'community'],
    ['330106099001007', 'grid'],
    [building, undefined],
    ['', undefined],
    ['3', undefined],
    ['330', undefined],
    ['33010609900100', undefined],
    ['33O106', undefined],
    ['３３', undefined],
    [' 33', undefined],
    ['33\n', undefined],
    ['-3', undefined],
  ])('%j is of level %s', (code, level) => {
    expect(levelOf(code)).toBe(level);
    expect(isRegionCode(code)).toBe(level !== undefined);
  });

  it('knows a building, which is no level', () => {
    expect(isBuildingCode(building)).toBe(true);
    expect(isBuildingCode(building.slice(1))).toBe(false);
    expect(levelNames.building.zh).toBe('楼栋');
  });

  it('goes up from a building to its province', () => {
    expect(ancestors(building)).toEqual([
      '33',
      '3301',
      '330106',
      '330106099',
      '330106099001',
      '330106099001007',
    ]);
    expect(parentOf('33')).toBeUndefined();
    expect(ancestors('330')).toEqual([]);
    expect(isUnder('330106099001', '330')).toBe(false);
    expect(isUnder('330', '33')).toBe(false);
    expect(atLevel(building, 'township')).toBe('330106099');
    expect(atLevel('3301', 'grid')).toBeUndefined();
  });

  it('holds every code under exactly the shorter codes that begin it', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(isUnder(a, b)).toBe(a.startsWith(b));
        expect(lineage(a)).toHaveLength(lengths.indexOf(a.length as (typeof lengths)[number]) + 1);
        expect(lineage(a).every((code) => isUnder(a, code))).toBe(true);
        expect(lineage(a).at(-1)).toBe(a);
        expect(parentOf(a)).toBe(lineage(a).at(-2));
      }),
    );
  });

  it('takes nothing but digits of the right number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const isCode = /^[0-9]+$/.test(text) && (lengths as number[]).includes(text.length);
        expect(isRegionCode(text) || isBuildingCode(text)).toBe(isCode);
        expect(ancestors(text).length > 0).toBe(isCode && text.length > 2);
      }),
    );
  });

  it('names every level in both languages', () => {
    for (const level of levels) expect(Object.values(levelNames[level]).every(Boolean)).toBe(true);
  });
});
