import type { CapAlert } from '@contract/cap/alert';
import { fewestNodes, placeOfArea } from '@contract/cap/place';
import { codeLengths, isBuildingCode } from '@contract/region/code';
import { boundingBox, type Ring, type Rings } from '@contract/region/geometry';
import { areasMeet } from '@contract/region/meeting';
import { sql } from 'kysely';
import type { Unit } from '../database/unit';

/** Corners of outlines in one alert: what is drawn finer is not drawn for a neighbourhood. */
export const MOST_CORNERS = 20_000;

/** Whom an alert reaches here: nodes of the tree, none within another. Empty where it is for somewhere else. */
export type Placing = { ok: true; nodes: string[] } | { ok: false; why: string };

const boxOf = (rings: Rings): string => {
  const { west, south, east, north } = boundingBox(rings);
  return `(${east},${north}),(${west},${south})`;
};

export function createPlacing(unit: Unit): (alert: CapAlert) => Promise<Placing> {
  /** Of codes, those that the tree has. */
  async function known(codes: readonly string[]): Promise<string[]> {
    const [buildings, regions] = [
      codes.filter(isBuildingCode),
      codes.filter((code) => !isBuildingCode(code)),
    ];
    const found = [];
    if (regions.length > 0)
      found.push(
        ...(await unit.db.selectFrom('region').select('code').where('code', 'in', regions).execute()),
      );
    if (buildings.length > 0)
      found.push(
        ...(await unit.db.selectFrom('building').select('code').where('code', 'in', buildings).execute()),
      );
    return found.map(({ code }) => code);
  }

  /** Grids that one of the outlines meets. */
  async function gridsMeeting(outlines: readonly Ring[]): Promise<Set<string>> {
    const met = new Set<string>();
    for (const outline of outlines) {
      const near = await unit.db
        .selectFrom('grid_shape')
        .select(['code', 'rings'])
        .where(sql<boolean>`box(outline) && ${boxOf([outline])}::box`)
        .execute();
      for (const { code, rings } of near) if (!met.has(code) && areasMeet(rings, outline)) met.add(code);
    }
    return met;
  }

  async function nodesOf(grids: ReadonlySet<string>): Promise<string[]> {
    if (grids.size === 0) return [];
    const counties = [...new Set([...grids].map((grid) => grid.slice(0, codeLengths.county)))];
    const under = counties.map((county) => `${county}%`);
    const drawn = await unit.db
      .selectFrom('grid_shape')
      .select('code')
      .where(sql<boolean>`code like any(${under}::text[])`)
      .execute();
    const communities = await unit.db
      .selectFrom('region')
      .select('code')
      .where('level', '=', 'community')
      .where(sql<boolean>`code like any(${under}::text[])`)
      .execute();
    const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code);
    return fewestNodes(codes(drawn), grids, codes(communities));
  }

  return async (alert) => {
    const places = alert.infos.flatMap(({ areas }) => areas.map(placeOfArea));
    const outlines = places.flatMap((place) => place.outlines);
    const corners = outlines.reduce((sum, outline) => sum + outline.length, 0);
    if (corners > MOST_CORNERS) return { ok: false, why: `its outlines have ${corners} corners` };
    const nodes = [
      ...(await known([...new Set(places.flatMap((place) => place.nodes))])),
      ...(await nodesOf(await gridsMeeting(outlines))),
    ];
    const outermost = nodes.filter(
      (node) => !nodes.some((other) => other !== node && node.startsWith(other)),
    );
    return { ok: true, nodes: [...new Set(outermost)].sort() };
  };
}
