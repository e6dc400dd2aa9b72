import fc from 'fast-check';
import { contains, offset } from '@contract/region/geometry';
import { findGaps, findOverlaps, NOISE, overlapArea } from '../../../src/backend/import/coverage';
import { selfIntersection, signedArea } from '../../../src/backend/import/outline';
import { COLUMNS, origin, ringOf, tiling } from '../../contract/region/tiling';

const shift = fc.double({ min: -250, max: 250, noNaN: true });
const square = (x: number, y: number, size = 200) => [
  ringOf([x, y], [x + size, y], [x + size, y + size], [x, y + size]),
];

describe('the ground two polygons share', () => {
  it('of two squares is the product of the sides', () => {
    fc.assert(
      fc.property(shift, shift, (x, y) => {
        const expected = Math.max(0, 200 - Math.abs(x)) * Math.max(0, 200 - Math.abs(y));
        expect(Math.abs(overlapArea(square(0, 0), square(x, y)) - expected)).toBeLessThan(1 + expected / 500);
      }),
    );
  });

  it('of two crossing triangles is the star between them', () => {
    // |x| + |y| ≤ 100 within |x| ≤ 50: 20,000 less two corners of 50 × 50.
    const diamond = [ringOf([-100, 0], [0, -100], [100, 0], [0, 100])];
    const band = [ringOf([-50, -200], [50, -200], [50, 200], [-50, 200])];
    expect(overlapArea(diamond, band)).toBeCloseTo(15_000, -2);
  });

  it('is the same either way, and all of a polygon with itself, holes aside', () => {
    fc.assert(
      fc.property(tiling, (tiles) => {
        const [one, two] = [tiles[0]?.rings ?? [], tiles[1]?.rings ?? []];
        const area = Math.abs(signedArea(one[0] ?? []));
        expect(overlapArea(one, one)).toBeCloseTo(area, -1);
        expect(overlapArea(one, two)).toBeCloseTo(overlapArea(two, one), 3);
      }),
    );
    const holed = [...square(0, 0), ...square(50, 50, 100)];
    expect(overlapArea(holed, square(0, 0))).toBeCloseTo(30_000, -2);
  });
});

describe('a town drawn well', () => {
  it('has no overlap, no gap and no line that crosses itself', () => {
    fc.assert(
      fc.property(tiling, (tiles) => {
        expect(findOverlaps(tiles)).toEqual([]);
        expect(findGaps(tiles)).toEqual([]);
        for (const { rings } of tiles) expect(selfIntersection(rings)).toBeUndefined();
      }),
    );
  });

  it('has one gap where an inner grid is missing: its size, its place, its neighbours', () => {
    fc.assert(
      fc.property(tiling, fc.constantFrom(COLUMNS + 1, COLUMNS + 2), (tiles, missing) => {
        const hole = tiles[missing];
        if (!hole) throw new Error('no such tile');
        const [gap, ...others] = findGaps(tiles.filter((tile) => tile !== hole));
        if (!gap) throw new Error('no gap found');
        expect(others).toEqual([]);
        expect(gap.area).toBeCloseTo(Math.abs(signedArea(hole.rings[0] ?? [])), -1);
        expect(contains(hole.rings, gap.at)).toBe(true);
        for (const side of [missing - 1, missing + 1]) expect(gap.beside).toContain(tiles[side]?.code);
      }),
    );
  });

  it('has none where an outer grid is missing', () => {
    fc.assert(
      fc.property(tiling, (tiles) => {
        expect(findGaps(tiles.slice(1))).toEqual([]);
      }),
    );
  });

  it('has an overlap where a grid is drawn twice', () => {
    fc.assert(
      fc.property(tiling, (tiles) => {
        const again = { code: '330106099001099', rings: tiles[5]?.rings ?? [] };
        const found = findOverlaps([...tiles, again]);
        expect(found.map(({ grids }) => grids)).toEqual([[tiles[5]?.code, again.code]]);
      }),
    );
  });

  it('is quiet about what is too small to live on', () => {
    const near = [
      { code: '330106099001001', rings: square(0, 0) },
      { code: '330106099001002', rings: square(199.9, 0) },
    ];
    expect(overlapArea(near[0]?.rings ?? [], near[1]?.rings ?? [])).toBeGreaterThan(0);
    expect(overlapArea(near[0]?.rings ?? [], near[1]?.rings ?? [])).toBeLessThan(NOISE);
    expect(findOverlaps(near)).toEqual([]);
  });
});

describe('an area', () => {
  it('is positive counter-clockwise, negative the other way', () => {
    const ring = square(0, 0)[0] ?? [];
    expect(signedArea(ring)).toBeCloseTo(40_000, -2);
    expect(signedArea([...ring].reverse())).toBeCloseTo(-signedArea(ring), 3);
  });

  it('is measured in square metres at its own latitude', () => {
    const far = offset(origin, 0, 2_000_000);
    const corner = (east: number, north: number): [number, number] => {
      const { lng, lat } = offset(far, east, north);
      return [lng, lat];
    };
    expect(
      signedArea([corner(0, 0), corner(100, 0), corner(100, 100), corner(0, 100), corner(0, 0)]),
    ).toBeCloseTo(10_000, -1);
  });
});
