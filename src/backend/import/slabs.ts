import { edges, metresFrom, type Point, type Position, type Rings } from '@contract/region/geometry';

/** A stretch between two neighbouring lines of a slab. Metres from the origin. */
export interface Cell {
  /** Which polygons cover it, by their place in the list. */
  covers: number[];
  area: number;
  /** West and east ends at the southern and at the northern edge of the slab. */
  south: readonly [west: number, east: number];
  north: readonly [west: number, east: number];
  middle: Position;
}

interface Line {
  /** The lower end first. */
  low: Position;
  high: Position;
  owner: number;
}

/** Heights closer than this, in metres, are one: far below what a survey sees, far above rounding. */
const SAME_HEIGHT = 1e-6;

/**
 * Cuts polygons into level slabs within which no two lines cross, from south to north: each slab is a row of cells
 * from west to east. Sums over cells are then exact, whatever the polygons look like.
 */
export function slabs(polygons: readonly Rings[], origin: Point): Cell[][] {
  const lines = polygons.flatMap((rings, owner) =>
    [...edges(rings)]
      .map(([a, b]) => [metresFrom(origin, a), metresFrom(origin, b)] as const)
      .filter(([a, b]) => a[1] !== b[1])
      .map(([a, b]): Line => (a[1] < b[1] ? { low: a, high: b, owner } : { low: b, high: a, owner })),
  );
  const heights = heightsOf(lines);
  return heights.slice(1).map((top, index) => cellsOf(lines, heights[index] ?? top, top));
}

/** Every height where a line ends or two lines cross, in order. */
function heightsOf(lines: readonly Line[]): number[] {
  const heights = lines.flatMap(({ low, high }) => [low[1], high[1]]);
  const byFoot = [...lines].sort((a, b) => a.low[1] - b.low[1]);
  for (const [index, one] of byFoot.entries())
    for (let other = index + 1; other < byFoot.length; other += 1) {
      const two = byFoot[other];
      if (!two || two.low[1] >= one.high[1]) break;
      const height = crossing(one, two);
      if (height !== undefined) heights.push(height);
    }
  heights.sort((a, b) => a - b);
  return heights.filter((height, index) => index === 0 || height - (heights[index - 1] ?? 0) > SAME_HEIGHT);
}

function crossing(one: Line, two: Line): number | undefined {
  const [bottom, top] = [Math.max(one.low[1], two.low[1]), Math.min(one.high[1], two.high[1])];
  const below = xAt(one, bottom) - xAt(two, bottom);
  const above = xAt(one, top) - xAt(two, top);
  return below * above < 0 ? bottom + ((top - bottom) * below) / (below - above) : undefined;
}

const xAt = ({ low, high }: Line, y: number): number =>
  low[0] + ((high[0] - low[0]) * (y - low[1])) / (high[1] - low[1]);

function cellsOf(lines: readonly Line[], bottom: number, top: number): Cell[] {
  const level = (bottom + top) / 2;
  const across = lines
    .filter(({ low, high }) => low[1] < level && level < high[1])
    .map((line) => ({ line, x: xAt(line, level) }))
    .sort((a, b) => a.x - b.x);
  const inside = new Set<number>();
  return across.slice(1).map(({ line: right, x: east }, index) => {
    const { line: left, x: west } = across[index] ?? { line: right, x: east };
    if (!inside.delete(left.owner)) inside.add(left.owner);
    return {
      covers: [...inside],
      area: (east - west) * (top - bottom),
      south: [xAt(left, bottom), xAt(right, bottom)],
      north: [xAt(left, top), xAt(right, top)],
      middle: [(west + east) / 2, level],
    };
  });
}
