/** WGS-84, degrees. */
export interface Point {
  lng: number;
  lat: number;
}

/** A GeoJSON position: [lng, lat], WGS-84. */
export type Position = [number, number];

/** Closed: the first position is repeated at the end. */
export type Ring = Position[];

/** Coordinates of a GeoJSON Polygon (RFC 7946): the outline first, then holes. */
export type Rings = Ring[];

export interface BoundingBox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Mean radius of the Earth, metres (IUGG). */
const EARTH = 6_371_008.8;
const METRES_PER_DEGREE = (EARTH * Math.PI) / 180;

/**
 * Metres east and north of an origin, on a plane that touches the Earth there.
 * Within 0.5 % for the few kilometres that grids span; not for the antimeridian.
 */
export function metresFrom(origin: Point, [lng, lat]: Readonly<Position>): Position {
  const shrink = Math.cos((origin.lat * Math.PI) / 180);
  return [(lng - origin.lng) * METRES_PER_DEGREE * shrink, (lat - origin.lat) * METRES_PER_DEGREE];
}

/** The point so many metres east and north of an origin. */
export function offset(origin: Point, east: number, north: number): Point {
  const shrink = Math.cos((origin.lat * Math.PI) / 180);
  return {
    lng: origin.lng + east / (METRES_PER_DEGREE * shrink),
    lat: origin.lat + north / METRES_PER_DEGREE,
  };
}

/**
 * Whether a point lies inside (even-odd rule, so holes count as outside). A point exactly on a line shared
 * by two neighbours is inside one of them, never both.
 */
export function contains(rings: Rings, point: Point): boolean {
  let inside = false;
  for (const [a, b] of edges(rings)) {
    if (a[1] > point.lat === b[1] > point.lat) continue;
    // Always reckoned from the lower end, so that two neighbours reckon their shared line alike.
    const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
    const crossing = low[0] + ((point.lat - low[1]) / (high[1] - low[1])) * (high[0] - low[0]);
    if (point.lng < crossing) inside = !inside;
  }
  return inside;
}

/** Metres from a point to the nearest line of a polygon, from inside or outside; Infinity when it has none. */
export function distanceToBoundary(rings: Rings, point: Point): number {
  let nearest = Infinity;
  for (const [a, b] of edges(rings))
    nearest = Math.min(nearest, distanceToOrigin(metresFrom(point, a), metresFrom(point, b)));
  return nearest;
}

/** The smallest box around some rings. Empty rings give an empty (inverted) box. */
export function boundingBox(rings: Rings): BoundingBox {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lng, lat] of rings.flat()) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Whether two boxes share a point. */
export const boxesMeet = (a: BoundingBox, b: BoundingBox): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** The lines of a polygon, one by one. */
export function* edges(rings: Rings): Generator<[Position, Position]> {
  for (const ring of rings)
    for (let i = 1; i < ring.length; i += 1) {
      const a = ring[i - 1];
      const b = ring[i];
      if (a && b) yield [a, b];
    }
}

/** From [0, 0] to the nearest place on the line a–b. */
function distanceToOrigin(a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(a[0] * dx + a[1] * dy) / length2));
  return Math.hypot(a[0] + along * dx, a[1] + along * dy);
}
