import fc from 'fast-check';
import { offset, type Point, type Position, type Rings } from '@contract/region/geometry';

/** A corner of a made-up town near Hangzhou. */
export const origin: Point = { lng: 120.08, lat: 30.29 };

export const at = (east: number, north: number): Position => {
  const { lng, lat } = offset(origin, east, north);
  return [lng, lat];
};

/** A closed ring from metres east and north of the origin. */
export const ringOf = (...corners: readonly [number, number][]): Position[] =>
  [...corners, ...corners.slice(0, 1)].map(([east, north]) => at(east, north));

export const SIZE = 300;
export const COLUMNS = 4;
export const ROWS = 3;
/** How far a corner may be from where a straight map would have it, metres. */
const CROOKED = 60;

export interface Tile {
  code: string;
  rings: Rings;
}

/** Twelve crooked neighbours that share their lines exactly, as a county's own map would have them. */
export const tiling: fc.Arbitrary<Tile[]> = fc
  .array(fc.tuple(fc.integer({ min: -CROOKED, max: CROOKED }), fc.integer({ min: -CROOKED, max: CROOKED })), {
    minLength: (COLUMNS + 1) * (ROWS + 1),
    maxLength: (COLUMNS + 1) * (ROWS + 1),
  })
  .map((shifts) => {
    const corner = (column: number, row: number): [number, number] => {
      const [dx, dy] = shifts[row * (COLUMNS + 1) + column] ?? [0, 0];
      return [column * SIZE + dx, row * SIZE + dy];
    };
    return Array.from({ length: COLUMNS * ROWS }, (_, index) => {
      const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
      const corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ];
      return { code: `330106099001${String(index + 1).padStart(3, '0')}`, rings: [ringOf(...corners)] };
    });
  });

/** Never on the outer edge itself: there, no tile of the town is on the other side. */
const MARGIN = CROOKED + 1;
const across = (side: number) => fc.double({ min: MARGIN, max: side - MARGIN, noNaN: true });

/** A place within the outer edge of the tiling, however crooked. */
export const spotWithin: fc.Arbitrary<Point> = fc
  .tuple(across(COLUMNS * SIZE), across(ROWS * SIZE))
  .map(([east, north]) => offset(origin, east, north));
