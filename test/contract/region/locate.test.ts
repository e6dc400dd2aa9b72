import fc from 'fast-check';
import { contains, distanceToBoundary, offset } from '@contract/region/geometry';
import { BOUNDARY_TOLERANCE, locate } from '@contract/region/locate';
import { origin, ringOf, spotWithin, tiling } from './tiling';

const west = { code: '330106099001001', rings: [ringOf([0, 0], [200, 0], [200, 200], [0, 200])] };
const east = { code: '330106099001002', rings: [ringOf([200, 0], [400, 0], [400, 200], [200, 200])] };
const grids = [west, east];
const find = (x: number, y: number, among = grids) => locate(offset(origin, x, y), among);

describe('the grid of a place', () => {
  it('is the one it lies in', () => expect(find(100, 100)).toEqual({ kind: 'inside', grid: west }));

  it('is asked near the line between two, the one it lies in first', () => {
    expect(find(195, 100)).toEqual({ kind: 'near-boundary', candidates: [west, east] });
    expect(find(205, 100)).toEqual({ kind: 'near-boundary', candidates: [east, west] });
  });

  it('is not asked at an outer edge, where there is no other', () =>
    expect(find(5, 100)).toEqual({ kind: 'inside', grid: west }));

  it('is asked just outside, even with one candidate', () =>
    expect(find(-5, 100)).toEqual({ kind: 'near-boundary', candidates: [west] }));

  it('is unknown further out, and where there are no grids', () => {
    expect(find(-BOUNDARY_TOLERANCE - 5, 100)).toEqual({ kind: 'unknown' });
    expect(find(100, 100, [])).toEqual({ kind: 'unknown' });
  });

  it('is asked where two overlap', () => {
    const over = { code: '330106099001003', rings: [ringOf([50, 50], [350, 50], [350, 150], [50, 150])] };
    expect(find(100, 100, [over, west])).toEqual({ kind: 'near-boundary', candidates: [west, over] });
  });

  it('among neighbours is never guessed: inside means that every other is out of reach', () => {
    fc.assert(
      fc.property(tiling, spotWithin, (tiles, spot) => {
        const located = locate(spot, tiles);
        const reached = tiles.filter(
          ({ rings }) => contains(rings, spot) || distanceToBoundary(rings, spot) <= BOUNDARY_TOLERANCE,
        );
        if (located.kind === 'unknown') throw new Error('every place of a tiling is in a grid');
        if (located.kind === 'inside') expect(reached).toEqual([located.grid]);
        else {
          expect(new Set(located.candidates)).toEqual(new Set(reached));
          expect(reached.length).toBeGreaterThan(1);
          expect(contains(located.candidates[0]?.rings ?? [], spot)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of the grids', () => {
    fc.assert(
      fc.property(tiling, spotWithin, (tiles, spot) => {
        expect(locate(spot, [...tiles].reverse())).toEqual(locate(spot, tiles));
      }),
    );
  });
});
