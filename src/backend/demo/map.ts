import { offset, type Point, type Position, type Ring, type Rings } from '@contract/region/geometry';

/**
 * The map of the demo community: twelve grids in three rows of four, drawn on a sheet of 1,172 × 1,036 metres whose
 * y runs down. Neighbours share corners and the bends between them, so they meet without gap or overlap.
 */
const sheet = { lng: 120.0838, lat: 30.3046 };

type Spot = readonly [x: number, y: number];

// prettier-ignore
const corners: readonly (readonly Spot[])[] = [
  [[80, 127], [315, 74], [601, 106], [878, 53], [1101, 138]],
  [[49, 382], [293, 340], [569, 393], [878, 340], [1133, 382]],
  [[102, 670], [367, 617], [527, 691], [825, 638], [1111, 680]],
  [[59, 968], [303, 925], [623, 989], [888, 914], [1080, 967]],
];

/** Bends of the lines that run across: between a corner and the next to its right. */
// prettier-ignore
const across: readonly (readonly Spot[])[] = [
  [[196, 85], [463, 127], [729, 42], [1005, 117]],
  [[155, 393], [443, 340], [729, 351], [1005, 329]],
  [[240, 680], [453, 681], [678, 691], [973, 680]],
  [[186, 989], [451, 935], [771, 989], [984, 925]],
];

/** Bends of the lines that run down: between a corner and the next below it. */
// prettier-ignore
const down: readonly (readonly Spot[])[] = [
  [[38, 255], [335, 212], [548, 265], [920, 181], [1091, 265]],
  [[91, 531], [304, 489], [527, 542], [872, 489], [1143, 531]],
  [[59, 819], [346, 787], [591, 850], [846, 776], [1122, 819]],
];

const COLUMNS = 4;

/** The outline of a grid, counter-clockwise and closed. @param number 1–12, row by row */
export function ringsOf(number: number): Rings {
  const [row, column] = [Math.floor((number - 1) / COLUMNS), (number - 1) % COLUMNS];
  const outline = [
    corners[row]?.[column],
    down[row]?.[column],
    corners[row + 1]?.[column],
    across[row + 1]?.[column],
    corners[row + 1]?.[column + 1],
    down[row]?.[column + 1],
    corners[row]?.[column + 1],
    across[row]?.[column],
  ].map((spot) => {
    if (!spot) throw new RangeError(`no grid ${number} on the map`);
    return positionOf(spot);
  });
  const ring: Ring = [...outline, ...outline.slice(0, 1)];
  return [ring];
}

/** Six decimals are a tenth of a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function positionOf([x, y]: Spot): Position {
  const { lng, lat } = offset(sheet, x, -y);
  return [round(lng), round(lat)];
}

/** A point so many metres east of another. */
export function eastOf(point: Point, metres: number): Point {
  const { lng, lat } = offset(point, metres, 0);
  return { lng: round(lng), lat: round(lat) };
}
