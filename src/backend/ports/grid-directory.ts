import type { Point } from '@contract/region/geometry';
import type { Level } from '@contract/region/code';

export interface RegionRow {
  code: string;
  name: string;
  level: Level;
}

export interface GridShapeRow {
  code: string;
  name: string;
  about: string;
  rings: [number, number][][];
}

export interface AddressRow {
  id: string;
  text: string;
  building: string | null;
  grid: string;
  gridName: string;
  point: Point | null;
}

export interface TeamMemberRow {
  personId: string;
  name: string;
  workPhone: string;
  hours: string;
}

/** The grid tree, its polygons, addresses and teams. Read-only for routes; counties fill it through imports. */
export interface GridDirectory {
  region(code: string): Promise<RegionRow | undefined>;
  /** Those that exist, province first. */
  regions(codes: readonly string[]): Promise<RegionRow[]>;
  children(code: string | undefined): Promise<RegionRow[]>;
  search(query: { name?: string; under?: string; level?: Level; limit: number }): Promise<RegionRow[]>;
  shapes(community: string): Promise<GridShapeRow[]>;
  /** Grids whose boundary is within reach of a point, with their polygons: `locate` of the contract decides. */
  shapesNear(point: Point): Promise<GridShapeRow[]>;
  /** Of a grid, by their codes. */
  buildings(grid: string): Promise<{ code: string; name: string }[]>;
  building(code: string): Promise<{ code: string; name: string } | undefined>;
  address(id: string): Promise<AddressRow | undefined>;
  searchAddresses(query: { text: string; under?: string; limit: number }): Promise<AddressRow[]>;
  /** Whether any address lies there. */
  hasAddresses(under: string): Promise<boolean>;
  /** Who serves a grid now. */
  team(grid: string): Promise<TeamMemberRow[]>;
}
