import fc from 'fast-check';
import {
  boundingBox,
  boxesMeet,
  contains,
  distanceToBoundary,
  metresFrom,
  offset,
  type Rings,
} from '@contract/region/geometry';
import { at, origin, ringOf, spotWithin, tiling } from './tiling';

const square: Rings = [ringOf([0, 0], [200, 0], [200, 200], [0, 200])];
const withHole: Rings = [...square, ringOf([80, 80], [120, 80], [120, 120], [80, 120])];

describe('distances', () => {
  it('agree with a known pair: Hangzhou to Ningbo station, some 140 km', () => {
    const [east, north] = metresFrom({ lng: 120.1551, lat: 30.2741 }, [121.5328, 29.8648]);
    expect(Math.hypot(east, north) / 1000).toBeGreaterThan(138);
    expect(Math.hypot(east, north) / 1000).toBeLessThan(142);
  });

  it('a degree of latitude is 111.2 km on the mean sphere', () => {
    expect(metresFrom({ lng: 120, lat: 30 }, [120, 31])[1]).toBeCloseTo(111_195, 0);
  });

  it('there and back is the same place', () => {
    const metres = fc.double({ min: -5000, max: 5000, noNaN: true });
    fc.assert(
      fc.property(metres, metres, (east, north) => {
        const { lng, lat } = offset(origin, east, north);
        const [backEast, backNorth] = metresFrom(origin, [lng, lat]);
        expect(backEast).toBeCloseTo(east, 4);
        expect(backNorth).toBeCloseTo(north, 4);
      }),
    );
  });
});

describe('a polygon', () => {
  it.each([
    ['its middle', 50, 50, true, 50],
    ['near an edge', 100, 3, true, 3],
    ['just outside', 100, -3, false, 3],
    ['off a corner', 203, 204, false, 5],
    ['far away', 1200, 100, false, 1000],
  ])('%s', (_, east, north, inside, distance) => {
    const point = offset(origin, east, north);
    expect(contains(square, point)).toBe(inside);
    expect(Math.abs(distanceToBoundary(square, point) - distance)).toBeLessThan(distance * 0.005 + 0.01);
  });

  it('does not contain its hole, whose edge is a boundary too', () => {
    const middle = offset(origin, 100, 100);
    expect(contains(withHole, middle)).toBe(false);
    expect(distanceToBoundary(withHole, middle)).toBeCloseTo(20, 1);
    expect(contains(withHole, offset(origin, 70, 100))).toBe(true);
  });

  it('with nothing drawn contains nothing and is infinitely far', () => {
    expect(contains([], origin)).toBe(false);
    expect(distanceToBoundary([], origin)).toBe(Infinity);
    expect(boxesMeet(boundingBox([]), boundingBox(square))).toBe(false);
  });

  it('is the same whichever way round it is drawn', () => {
    fc.assert(
      fc.property(tiling, spotWithin, (tiles, spot) => {
        for (const { rings } of tiles) {
          const reversed = rings.map((ring) => [...ring].reverse());
          expect(contains(reversed, spot)).toBe(contains(rings, spot));
          expect(distanceToBoundary(reversed, spot)).toBeCloseTo(distanceToBoundary(rings, spot), 6);
        }
      }),
    );
  });

  it('fits its box', () => {
    fc.assert(
      fc.property(tiling, spotWithin, (tiles, { lng, lat }) => {
        for (const { rings } of tiles) {
          const box = boundingBox(rings);
          if (contains(rings, { lng, lat }))
            expect(boxesMeet(box, { west: lng, east: lng, south: lat, north: lat })).toBe(true);
        }
      }),
    );
  });
});

describe('neighbours', () => {
  it('share every place out among themselves: each is in exactly one', () => {
    fc.assert(
      fc.property(tiling, spotWithin, (tiles, spot) => {
        expect(tiles.filter(({ rings }) => contains(rings, spot))).toHaveLength(1);
      }),
    );
  });

  it('and so with the corners and middles of their own lines', () => {
    fc.assert(
      fc.property(tiling, (tiles) => {
        // Tile 6 touches no outer edge, so each of its corners has a neighbour on every side.
        const [a, b] = [tiles[5]?.rings[0]?.[0], tiles[5]?.rings[0]?.[1]];
        if (!a || !b) throw new Error('no such tile');
        for (const [lng, lat] of [a, b])
          expect(tiles.filter(({ rings }) => contains(rings, { lng, lat }))).toHaveLength(1);
        const middle = { lng: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 };
        expect(tiles.filter(({ rings }) => contains(rings, middle))).toHaveLength(1);
      }),
    );
  });

  it('meet as boxes where they touch', () => {
    const next: Rings = [ringOf([200, 0], [400, 0], [400, 200], [200, 200])];
    expect(boxesMeet(boundingBox(square), boundingBox(next))).toBe(true);
    const [lng, lat] = at(500, 500);
    expect(boxesMeet(boundingBox(square), { west: lng, east: lng, south: lat, north: lat })).toBe(false);
  });
});
