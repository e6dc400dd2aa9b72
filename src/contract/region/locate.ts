import { contains, distanceToBoundary, type Point, type Rings } from './geometry';

/**
 * Metres within which a boundary is too near to tell the side. A phone among tall blocks is out by 10–20 m
 * and a county draws its lines to some 5 m; a grid is 150–500 m wide, so most of it lies further in.
 */
export const BOUNDARY_TOLERANCE = 25;

export interface Shaped {
  code: string;
  rings: Rings;
}

export type Located<G> =
  | { kind: 'inside'; grid: G }
  /** To be asked, not guessed. Those the point is in come first, then the nearest. */
  | { kind: 'near-boundary'; candidates: G[] }
  | { kind: 'unknown' };

/**
 * The grid of a point, among the grids around it.
 * Inside one and no other within reach: that one. Several within reach, or outside but within reach: ask.
 * At the outer edge of the last grid there is nobody else to ask for, so that grid is the answer.
 */
export function locate<G extends Shaped>(point: Point, grids: readonly G[]): Located<G> {
  const reached = grids
    .map((grid) => ({ grid, distance: distanceTo(grid.rings, point) }))
    .filter(({ distance }) => distance <= BOUNDARY_TOLERANCE)
    .sort((a, b) => a.distance - b.distance || (a.grid.code < b.grid.code ? -1 : 1));
  const [first] = reached;
  if (!first) return { kind: 'unknown' };
  if (reached.length === 1 && first.distance === 0) return { kind: 'inside', grid: first.grid };
  return { kind: 'near-boundary', candidates: reached.map(({ grid }) => grid) };
}

/** Metres to a polygon; 0 inside. */
const distanceTo = (rings: Rings, point: Point): number =>
  contains(rings, point) ? 0 : distanceToBoundary(rings, point);
