import type { Position, Ring, Rings } from '@contract/region/geometry';
import { type Crs, isInChina, toWgs84 } from './crs';
import { rewind, selfIntersection, signedArea } from './outline';
import type { ProblemCode } from './problems';

type Reading = { ok: true; rings: Rings } | { ok: false; failure: ProblemCode; value: string };

const wrong = (failure: ProblemCode, at?: Readonly<Position>) => ({
  ok: false as const,
  failure,
  value: at ? `[${at[0]}, ${at[1]}]` : '',
});

/**
 * A GeoJSON Polygon, or a MultiPolygon of one, as rings in WGS-84: closed, simple, counter-clockwise.
 * A third coordinate (height) is dropped.
 */
export function readPolygon(geometry: unknown, crs: Crs): Reading {
  const coordinates = polygonOf(geometry);
  if (!coordinates) return wrong('not-a-polygon');
  const rings: Rings = [];
  for (const each of coordinates) {
    const ring = Array.isArray(each) ? each.map(positionOf) : [undefined];
    if (!ring.every((position) => position !== undefined)) return wrong('position-malformed');
    const fault = ringFault(ring);
    if (fault) return fault;
    rings.push(ring.map((position) => toWgs84(position, crs)));
  }
  const crossing = selfIntersection(rings);
  if (crossing) return wrong('self-intersection', crossing);
  if (rings.some((ring) => Math.abs(signedArea(ring)) < 1)) return wrong('area-empty');
  return { ok: true, rings: rewind(rings) };
}

function polygonOf(geometry: unknown): unknown[] | undefined {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (!Array.isArray(coordinates) || coordinates.length === 0) return undefined;
  if (type === 'Polygon') return coordinates;
  const [only, ...others] = coordinates as unknown[];
  return type === 'MultiPolygon' && others.length === 0 && Array.isArray(only) && only.length > 0
    ? only
    : undefined;
}

function positionOf(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined;
  const [lng, lat] = value as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : undefined;
}

function ringFault(ring: Ring): Reading | undefined {
  const away = ring.find((position) => !isInChina(position));
  if (away) return wrong('outside-china', away);
  const [first, last] = [ring[0], ring.at(-1)];
  if (new Set(ring.map(String)).size < 3 || !first || !last) return wrong('ring-too-short');
  return first[0] === last[0] && first[1] === last[1] ? undefined : wrong('ring-open');
}
