import gcoord from 'gcoord';
import type { Position } from '@contract/region/geometry';

/**
 * In which coordinates a county's file is written. `gcj02` is what AMap, Tencent and WeChat maps show, `bd09` what
 * Baidu shows. CGCS2000, the country's own, differs from WGS-84 by centimetres: use `wgs84`.
 */
export const crsNames = ['wgs84', 'gcj02', 'bd09'] as const;
export type Crs = (typeof crsNames)[number];

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** To WGS-84, rounded to a centimetre (7 decimals). A shared corner stays shared. */
export function toWgs84([lng, lat]: Readonly<Position>, from: Crs): Position {
  const [east, north] =
    from === 'wgs84' ? [lng, lat] : gcoord.transform<Position>([lng, lat], systems[from], gcoord.WGS84);
  return [round(east), round(north)];
}

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** The country's box, in degrees: enough to notice swapped or projected coordinates. */
export const isInChina = ([lng, lat]: Readonly<Position>): boolean =>
  lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
