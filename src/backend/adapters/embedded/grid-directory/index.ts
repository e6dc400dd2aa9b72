import { isPlaceholder } from '@contract/region/name';
import { lineage, parentOf } from '@contract/region/code';
import { boundingBox, offset, type Point } from '@contract/region/geometry';
import { BOUNDARY_TOLERANCE } from '@contract/region/locate';
import { sql } from 'kysely';
import type { GridDirectory, GridShapeRow, RegionRow } from '../../../ports/grid-directory';
import type { Unit } from '../database/unit';
import { searchAddresses } from './address-search';
import { addressOf, regionColumns, regionOf, selectAddresses } from './rows';

/** Degrees fall short of metres a little; what comes in for nothing is sorted out by `locate`. */
const REACH = BOUNDARY_TOLERANCE * 1.2;

/** The grid tree, polygons, addresses and teams in the deployment's own database. */
export function createGridDirectory(unit: Unit): GridDirectory {
  const selectRegions = () => unit.db.selectFrom('region').select(regionColumns);

  const selectShapes = () =>
    unit.db
      .selectFrom('grid_shape')
      .innerJoin('region', 'region.code', 'grid_shape.code')
      .select(['region.code', 'region.name', 'grid_shape.about', 'grid_shape.rings'])
      .orderBy('region.code');

  async function children(code: string | undefined): Promise<RegionRow[]> {
    const rows = await selectRegions()
      .where('parent', code === undefined ? 'is' : '=', code ?? null)
      .orderBy('code')
      .execute();
    return rows.map(regionOf);
  }

  /** Placeholders of the numbering are named as their city and would answer twice. */
  async function withoutPlaceholders(found: RegionRow[]): Promise<RegionRow[]> {
    const parents = await regions(found.flatMap(({ code }) => parentOf(code) ?? []));
    const names = new Map(parents.map(({ code, name }) => [code, name]));
    return found.filter((region) => !isPlaceholder(region, names.get(parentOf(region.code) ?? '')));
  }

  async function regions(codes: readonly string[]): Promise<RegionRow[]> {
    if (codes.length === 0) return [];
    const rows = await selectRegions()
      .where('code', 'in', [...new Set(codes)])
      .orderBy(sql`length(code)`)
      .orderBy('code')
      .execute();
    return rows.map(regionOf);
  }

  return {
    region: async (code) => (await regions([code]))[0],
    regions,
    children,
    async search({ name, under, level, limit }) {
      if (name === undefined && level === undefined) return (await children(under)).slice(0, limit);
      const rows = await selectRegions()
        .$if(name !== undefined, (query) =>
          query
            .where(sql<boolean>`strpos(name, ${name}) > 0`)
            .orderBy(sql`case when name = ${name} then 0 when starts_with(name, ${name}) then 1 else 2 end`),
        )
        .$if(under !== undefined, (query) => query.where('code', 'like', `${under}%`))
        .$if(level !== undefined, (query) => query.where('level', '=', level as string))
        .orderBy(sql`length(code)`)
        .orderBy('code')
        // A placeholder at most for each of the others: 东莞市 the city and 东莞市 its county.
        .limit(limit * 2)
        .execute();
      return (await withoutPlaceholders(rows.map(regionOf))).slice(0, limit);
    },
    async shapes(community) {
      return selectShapes().where('region.parent', '=', community).execute();
    },
    // The planner expects hundreds of boxes where there are two or three: joined, it would read all regions for them.
    shapesNear: (point): Promise<GridShapeRow[]> =>
      unit.db
        .selectFrom('grid_shape')
        .select(['code', 'about', 'rings'])
        .select(sql<string>`(select name from region where region.code = grid_shape.code)`.as('name'))
        .where(sql<boolean>`box(outline) && ${boxAround(point)}::box`)
        .orderBy('code')
        .execute(),
    buildings: (grid) =>
      unit.db
        .selectFrom('building')
        .select(['code', 'name'])
        .where('grid', '=', grid)
        .orderBy('code')
        .execute(),
    building: (code) =>
      unit.db.selectFrom('building').select(['code', 'name']).where('code', '=', code).executeTakeFirst(),
    async address(id) {
      const row = await selectAddresses(unit).where('address.id', '=', id).executeTakeFirst();
      return row && addressOf(row);
    },
    async hasAddresses(under) {
      const row = await unit.db
        .selectFrom('address')
        .select('id')
        .where('grid', 'like', `${under}%`)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    searchAddresses: async (query) => (await searchAddresses(unit, query)).map(addressOf),
    async team(grid) {
      const rows = await unit.db
        .selectFrom('role_grant')
        .innerJoin('person', 'person.id', 'role_grant.person_id')
        .leftJoin('staff', 'staff.person_id', 'person.id')
        .select(['person.id', 'person.name', 'staff.work_phone', 'staff.hours'])
        .distinctOn(['staff.staff_number', 'person.id'])
        .where('role_grant.role', '=', 'worker')
        .where('role_grant.node', 'in', ['', ...lineage(grid)])
        .orderBy('staff.staff_number')
        .orderBy('person.id')
        .execute();
      return rows.map((row) => ({
        personId: row.id,
        name: row.name ?? '',
        workPhone: row.work_phone ?? '',
        hours: row.hours ?? '',
      }));
    },
  };
}

/** A box of `REACH` metres on each side, as PostgreSQL writes one. */
function boxAround(point: Point): string {
  const corners = [offset(point, -REACH, -REACH), offset(point, REACH, REACH)];
  const { west, south, east, north } = boundingBox([corners.map(({ lng, lat }) => [lng, lat])]);
  return `(${east},${north}),(${west},${south})`;
}
