import { boundingBox, boxesMeet, contains, edges, type Position, type Ring, type Rings } from './geometry';

/** Twice the signed area of a triangle: positive where a → b → c turns left. */
const turn = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const spans = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether two lines cross or touch. */
function linesMeet([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && spans(a, b, c)) ||
    (abd === 0 && spans(a, b, d)) ||
    (cda === 0 && spans(c, d, a)) ||
    (cdb === 0 && spans(c, d, b))
  );
}

const isInside = (rings: Rings, [lng, lat]: Position): boolean => contains(rings, { lng, lat });

/** Whether two areas share a point: their lines meet, or one lies in the other. Degrees are taken for a plane. */
export function areasMeet(area: Rings, ring: Ring): boolean {
  const box = boundingBox(area);
  if (!boxesMeet(box, boundingBox([ring]))) return false;
  const near = [...edges([ring])].filter((line) => boxesMeet(box, boundingBox([line])));
  for (const line of near) for (const own of edges(area)) if (linesMeet(line, own)) return true;
  const [corner, other] = [area[0]?.[0], ring[0]];
  return (corner !== undefined && isInside([ring], corner)) || (other !== undefined && isInside(area, other));
}
