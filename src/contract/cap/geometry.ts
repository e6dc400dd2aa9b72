import type { Position, Ring } from '../region/geometry';

/** WGS-84, as GeoJSON orders it; CAP itself writes latitude first. */
export interface Circle {
  centre: Position;
  /** Kilometres. */
  radius: number;
}

const decimal = /^[-+]?(\d+(\.\d*)?|\.\d+)$/;

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && decimal.test(text) ? Number(text) : undefined;
}

/** `latitude,longitude` in degrees; undefined where it is none, or none on Earth. */
export function readPair(text: string): Position | undefined {
  const [first, second, ...more] = text.split(',');
  const [lat, lng] = [numberOf(first), numberOf(second)];
  if (lat === undefined || lng === undefined || more.length > 0) return undefined;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? [lng, lat] : undefined;
}

const words = (text: string): string[] => text.split(/[ \t\r\n]+/).filter((word) => word !== '');

export type PolygonFault = 'pair' | 'short' | 'open';

/** Pairs between white space, at least four, the last as the first. */
export function readPolygon(
  text: string,
): { ok: true; ring: Ring } | { ok: false; failure: PolygonFault; at: string } {
  const ring: Ring = [];
  for (const word of words(text)) {
    const pair = readPair(word);
    if (!pair) return { ok: false, failure: 'pair', at: word };
    ring.push(pair);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || !first || !last) return { ok: false, failure: 'short', at: String(ring.length) };
  if (first[0] !== last[0] || first[1] !== last[1])
    return { ok: false, failure: 'open', at: words(text).at(-1) ?? '' };
  return { ok: true, ring };
}

/** A pair, white space, kilometres; undefined where it is none. */
export function readCircle(text: string): Circle | undefined {
  const [pair, far, ...more] = words(text);
  const [centre, radius] = [pair === undefined ? undefined : readPair(pair), numberOf(far)];
  return centre && radius !== undefined && radius >= 0 && more.length === 0 ? { centre, radius } : undefined;
}
