import type { GridShape } from '@contract/api';

export const width = 343;
export const height = 290;
const margin = 10;

type Place = readonly [number, number];

type Project = (place: Place) => [number, number];

/** From degrees to the picture: as wide as it is on the ground, north up. */
export function projection(shapes: readonly GridShape[]): Project {
  const all = shapes.flatMap((shape) => shape.rings.flat());
  const lngs = all.map(([lng]) => lng);
  const lats = all.map(([, lat]) => lat);
  const [west, south, north] = [Math.min(...lngs), Math.min(...lats), Math.max(...lats)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = (Math.max(...lngs) - west) * shrink || 1;
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / (north - south || 1));
  const left = (width - wide * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  return ([lng, lat]) => [left + (lng - west) * shrink * scale, top + (north - lat) * scale];
}

/** A point well inside for the label: the middle of the corners. */
export function middle(ring: readonly Place[]): [number, number] {
  const corners = ring.slice(0, -1);
  const sum = corners.reduce(([x, y], [lng, lat]) => [x + lng, y + lat] as [number, number], [0, 0] as [
    number,
    number,
  ]);
  return [sum[0] / corners.length, sum[1] / corners.length];
}

/** A grid as an SVG path. */
export const outlineOf = (shape: GridShape, project: Project): string =>
  shape.rings
    .map(
      (ring) =>
        `M${ring
          .map((place) =>
            project(place)
              .map((value) => value.toFixed(1))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('');
