import { codeLengths, isBuildingCode, isRegionCode } from '../region/code';
import { offset, type Position, type Ring } from '../region/geometry';
import type { CapArea, CapInfo, CapPair } from './alert';
import { type Circle, readCircle, readPolygon } from './geometry';

/**
 * What senders in China call codes of GB/T 2260 and GB/T 10114, without what is not a letter or digit. A code of any
 * other name is of another system, even where it looks alike: FIPS codes have six digits too.
 */
const ours = [
  'gbt2260',
  'gb2260',
  'gbt10114',
  'gb10114',
  '行政区划代码',
  '国家行政区划代码',
  '行政区划',
  '区划代码',
  'linli',
];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[—–-]?(19|20)\d\d$/, '')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

/** How a node stands in an alert: by the standard that numbers it, and below the community by ours. */
export function geocodeOf(node: string): CapPair {
  if (node.length <= codeLengths.county)
    return { valueName: 'GB/T 2260', value: node.padEnd(codeLengths.county, '0') };
  return { valueName: node.length <= codeLengths.community ? 'GB/T 10114' : 'Linli', value: node };
}

/** The node a padded code names: 330100 is the city 3301, 330106000000 the county 330106. Undefined where it is none. */
export function nodeOfCode(code: string): string | undefined {
  const digits = code.trim();
  if (!isRegionCode(digits) && !isBuildingCode(digits)) return undefined;
  const lengths = Object.values(codeLengths).filter((length) => length <= digits.length);
  // The last part that is not only zeros ends the code.
  const ends = lengths.filter((length, at) => /[1-9]/.test(digits.slice(lengths[at - 1] ?? 0, length)));
  const end = ends.at(-1);
  return end === undefined ? undefined : digits.slice(0, end);
}

const nodeOf = ({ valueName, value }: CapPair): string | undefined =>
  ours.includes(plain(valueName)) ? nodeOfCode(value) : undefined;

/** Where an area lies: by codes where it has any of ours, otherwise by its outlines. */
export interface CapPlace {
  nodes: string[];
  outlines: Ring[];
}

/** CAP has no exceptions: ours stand in words in the area, and by code in parameters of this name. */
export const exceptName = 'Linli:except';

/** The nodes an alert of another Linli leaves out, where all its blocks agree. */
export function exceptionsOf(infos: readonly Pick<CapInfo, 'parameters'>[]): string[] {
  const each = infos.map(({ parameters }) =>
    parameters.flatMap(({ valueName, value }) => (valueName === exceptName ? (nodeOfCode(value) ?? []) : [])),
  );
  return [...new Set(each[0])].filter((node) => each.every((nodes) => nodes.includes(node)));
}

/** A circle of no width is still a place. */
const LEAST_KM = 0.05;
const CORNERS = 32;

function outlineOf({ centre: [lng, lat], radius }: Circle): Ring {
  const far = Math.max(radius, LEAST_KM) * 1000;
  const ring = Array.from({ length: CORNERS }, (_, at): Position => {
    const angle = (at / CORNERS) * 2 * Math.PI;
    const point = offset({ lng, lat }, far * Math.cos(angle), far * Math.sin(angle));
    return [point.lng, point.lat];
  });
  return [...ring, ring[0] as Position];
}

/** Of an area that `capFaults` let pass: what is no outline there is empty. */
export function placeOfArea({ geocodes, polygons, circles }: CapArea): CapPlace {
  const nodes = [...new Set(geocodes.flatMap((code) => nodeOf(code) ?? []))];
  if (nodes.length > 0) return { nodes, outlines: [] };
  const rings = polygons.flatMap((polygon) => {
    const read = readPolygon(polygon);
    return read.ok ? [read.ring] : [];
  });
  const round = circles.flatMap((circle) => {
    const read = readCircle(circle);
    return read ? [outlineOf(read)] : [];
  });
  return { nodes, outlines: [...rings, ...round] };
}

/**
 * The nodes that some grids make up, as few as there can be. A community all of whose drawn grids are meant is meant
 * whole; a township or county is where each community in it has grids drawn and is meant whole.
 * @param drawn codes of all grids that have an outline
 * @param meant some of these
 * @param communities codes of all communities of the counties these lie in
 */
export function fewestNodes(
  drawn: readonly string[],
  meant: ReadonlySet<string>,
  communities: readonly string[],
): string[] {
  const whole = new Set(communities);
  const touched = new Set<string>();
  const drawnAt = new Set(drawn.map((grid) => grid.slice(0, codeLengths.community)));
  for (const community of communities) if (!drawnAt.has(community)) whole.delete(community);
  for (const grid of drawn) {
    const community = grid.slice(0, codeLengths.community);
    if (meant.has(grid)) touched.add(community);
    else whole.delete(community);
  }
  const levels = [codeLengths.county, codeLengths.township];
  const parts = communities.filter((community) => !whole.has(community));
  const broken = new Set(parts.flatMap((community) => levels.map((length) => community.slice(0, length))));
  const above = (community: string): string =>
    levels.map((length) => community.slice(0, length)).find((code) => !broken.has(code)) ?? community;
  const nodes = [...touched].flatMap((community) =>
    whole.has(community) ? [above(community)] : [...meant].filter((grid) => grid.startsWith(community)),
  );
  return [...new Set(nodes)].sort();
}
