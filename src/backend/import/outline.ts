import { edges, metresFrom, type Position, type Rings } from '@contract/region/geometry';

/** Twice the signed area of a triangle: positive where a → b → c turns left. */
const turn = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Square metres, positive when drawn counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  const [first] = ring;
  if (!first) return 0;
  const [lng, lat] = first;
  let twice = 0;
  for (const [a, b] of edges([[...ring]])) {
    const [p, q] = [metresFrom({ lng, lat }, a), metresFrom({ lng, lat }, b)];
    twice += p[0] * q[1] - p[1] * q[0];
  }
  return twice / 2;
}

/** Outline counter-clockwise, holes clockwise (RFC 7946 §3.1.6). */
export const rewind = (rings: Rings): Rings =>
  rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()));

/** Whether the line a–b goes through c, which lies on the same straight line. */
const spans = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether two lines cross, touch or run along each other. */
function meet([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc > 0 !== abd > 0 && cda > 0 !== cdb > 0 && abc !== 0 && abd !== 0 && cda !== 0 && cdb !== 0)
    return true;
  return (
    (abc === 0 && spans(a, b, c)) ||
    (abd === 0 && spans(a, b, d)) ||
    (cda === 0 && spans(c, d, a)) ||
    (cdb === 0 && spans(c, d, b))
  );
}

/** Whether two lines that follow each other (a–b, b–c) double back: a spike. */
const doublesBack = (a: Position, b: Position, c: Position): boolean =>
  turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;

/**
 * Where a polygon's lines cross or touch, other than each with its next; undefined for a simple polygon.
 * A position repeated at once is let pass: many tools write one.
 */
export function selfIntersection(rings: Rings): Position | undefined {
  const lines = rings.flatMap((ring, index) => {
    const own = [...edges([ring])].filter(([a, b]) => !same(a, b));
    return own.map((line, at) => ({ line, ring: index, at, of: own.length }));
  });
  // From west to east: only lines whose spans of longitude meet are compared.
  const sorted = lines
    .map((one) => ({
      ...one,
      west: Math.min(one.line[0][0], one.line[1][0]),
      east: Math.max(one.line[0][0], one.line[1][0]),
    }))
    .sort((a, b) => a.west - b.west);
  for (const [index, one] of sorted.entries())
    for (let other = index + 1; other < sorted.length; other += 1) {
      const two = sorted[other];
      if (!two || two.west > one.east) break;
      if (one.ring === two.ring) {
        const step = (two.at - one.at + one.of) % one.of;
        if (step === 1 || step === one.of - 1) {
          const [a, b] = step === 1 ? [one.line, two.line] : [two.line, one.line];
          if (doublesBack(a[0], a[1], b[1])) return a[1];
          continue;
        }
      }
      if (meet(one.line, two.line)) return one.line[0];
    }
  return undefined;
}
