import {
  boundingBox,
  contains,
  distanceToBoundary,
  offset,
  type Point,
  type Rings,
} from '@contract/region/geometry';

/** Far enough in that no door stands within the tolerance at which a resident is asked for the grid. */
const MARGIN = 38;

/** So many places for houses in a grid, in rows from the north, as far apart as they fit. */
export function spotsIn(rings: Rings, count: number): Point[] {
  for (let spacing = 70; spacing >= 20; spacing -= 5) {
    const spots = lattice(rings, spacing);
    if (spots.length >= count)
      return spots.filter(
        (_, index) =>
          Math.floor((index * count) / spots.length) !== Math.floor(((index - 1) * count) / spots.length),
      );
  }
  throw new RangeError(`no room for ${count} houses`);
}

function lattice(rings: Rings, spacing: number): Point[] {
  const { west, north, east, south } = boundingBox(rings);
  const spots: Point[] = [];
  for (let down = spacing / 2; ; down += spacing) {
    if (offset({ lng: west, lat: north }, 0, -down).lat < south) return spots;
    for (let right = spacing / 2; ; right += spacing) {
      const spot = offset({ lng: west, lat: north }, right, -down);
      if (spot.lng > east) break;
      if (contains(rings, spot) && distanceToBoundary(rings, spot) >= MARGIN) spots.push(spot);
    }
  }
}
