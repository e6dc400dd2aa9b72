import { atLevel } from '@contract/region/code';
import { boundingBox, boxesMeet, offset, type Point, type Rings } from '@contract/region/geometry';
import type { Shaped } from '@contract/region/locate';
import { type Cell, slabs } from './slabs';

/** Square metres below which it is the noise of drawing, not a place where someone could live. */
export const NOISE = 25;

export interface Overlap {
  /** Codes, in order. */
  grids: [string, string];
  /** Square metres. */
  area: number;
}

export interface Gap {
  /** Codes of the grids around it. */
  beside: string[];
  area: number;
  /** Somewhere within. */
  at: Point;
}

/** Square metres that two polygons share. */
export function overlapArea(a: Rings, b: Rings): number {
  return slabs([a, b], cornerOf([a, b]))
    .flat()
    .filter(({ covers }) => covers.length > 1)
    .reduce((sum, { area }) => sum + area, 0);
}

/** Grids that claim the same ground, across communities too. */
export function findOverlaps(grids: readonly Shaped[]): Overlap[] {
  const boxed = grids
    .map((grid) => ({ ...grid, box: boundingBox(grid.rings) }))
    .sort((a, b) => a.box.west - b.box.west);
  const overlaps: Overlap[] = [];
  for (const [index, one] of boxed.entries())
    for (let other = index + 1; other < boxed.length; other += 1) {
      const two = boxed[other];
      if (!two || two.box.west > one.box.east) break;
      if (!boxesMeet(one.box, two.box)) continue;
      const area = overlapArea(one.rings, two.rings);
      if (area >= NOISE)
        overlaps.push({ grids: one.code < two.code ? [one.code, two.code] : [two.code, one.code], area });
    }
  return overlaps;
}

/** Ground that no grid has though grids of one community lie all around it. What opens outwards is no gap. */
export function findGaps(grids: readonly Shaped[]): Gap[] {
  const communities = new Map<string, Shaped[]>();
  for (const grid of grids) {
    const community = atLevel(grid.code, 'community') ?? grid.code;
    communities.set(community, [...(communities.get(community) ?? []), grid]);
  }
  return [...communities.values()].flatMap(gapsOf);
}

interface Hole {
  /** Null for what lies outside all. */
  hole: Hole | null;
  area: number;
  largest: Cell | undefined;
  beside: Set<number>;
}

function gapsOf(grids: readonly Shaped[]): Gap[] {
  const origin = cornerOf(grids.map(({ rings }) => rings));
  const outside: Hole = { hole: null, area: 0, largest: undefined, beside: new Set() };
  const all: Hole[] = [];
  let below: Stretch[] = [{ from: -Infinity, to: Infinity, hole: outside }];
  for (const cells of slabs(
    grids.map(({ rings }) => rings),
    origin,
  )) {
    const empty = cells.flatMap((cell, index) => {
      if (cell.covers.length > 0) return [];
      const beside = [...(cells[index - 1]?.covers ?? []), ...(cells[index + 1]?.covers ?? [])];
      const hole: Hole = { hole: null, area: cell.area, largest: cell, beside: new Set(beside) };
      all.push(hole);
      return [{ cell, hole }];
    });
    const [west, east] = [cells[0], cells.at(-1)];
    join(below, [
      ...empty.map(({ cell, hole }) => ({ from: cell.south[0], to: cell.south[1], hole })),
      { from: -Infinity, to: west?.south[0] ?? Infinity, hole: outside },
      { from: east?.south[1] ?? -Infinity, to: Infinity, hole: outside },
    ]);
    below = [
      ...empty.map(({ cell, hole }) => ({ from: cell.north[0], to: cell.north[1], hole })),
      { from: -Infinity, to: west?.north[0] ?? Infinity, hole: outside },
      { from: east?.north[1] ?? -Infinity, to: Infinity, hole: outside },
    ];
  }
  join(below, [{ from: -Infinity, to: Infinity, hole: outside }]);

  return all
    .filter((hole) => rootOf(hole) === hole && hole.area >= NOISE)
    .flatMap(({ area, largest, beside }) =>
      largest
        ? [
            {
              beside: [...beside].flatMap((index) => grids[index]?.code ?? []).sort(),
              area,
              at: offset(origin, ...largest.middle),
            },
          ]
        : [],
    );
}

/** A stretch of empty ground along the edge between two slabs. */
interface Stretch {
  from: number;
  to: number;
  hole: Hole;
}

/** Metres that two stretches must share to be one: less is a corner where grids meet. */
const DOORWAY = 0.01;

/** Ground on both sides of an edge is one ground where the stretches overlap. */
function join(below: readonly Stretch[], above: readonly Stretch[]): void {
  for (const low of below)
    for (const high of above)
      if (Math.min(low.to, high.to) - Math.max(low.from, high.from) > DOORWAY) unite(low.hole, high.hole);
}

function unite(a: Hole, b: Hole): void {
  const [one, two] = [rootOf(a), rootOf(b)];
  if (one === two) return;
  // What lies outside has no cell of its own, and swallows all it touches.
  const [into, gone] = one.largest === undefined ? [one, two] : [two, one];
  gone.hole = into;
  if (into.largest === undefined) return;
  into.area += gone.area;
  if (gone.largest && gone.largest.area > into.largest.area) into.largest = gone.largest;
  for (const index of gone.beside) into.beside.add(index);
}

function rootOf(hole: Hole): Hole {
  let root = hole;
  while (root.hole) root = root.hole;
  return root;
}

function cornerOf(polygons: readonly Rings[]): Point {
  const { west, south } = boundingBox(polygons.flat());
  return { lng: west, lat: south };
}
