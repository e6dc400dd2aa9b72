import type { Level } from '@contract/region/code';
import type { AddressRow, RegionRow } from '../../../ports/grid-directory';
import type { Unit } from '../database/unit';

export const regionColumns = ['region.code', 'region.name', 'region.level'] as const;

export const regionOf = ({
  code,
  name,
  level,
}: {
  code: string;
  name: string;
  level: string;
}): RegionRow => ({
  code,
  name,
  level: level as Level,
});

/** Addresses as they may be shown: who lives behind which door stays in the table. */
export const selectAddresses = (unit: Unit) =>
  unit.db
    .selectFrom('address')
    .innerJoin('region as grid', 'grid.code', 'address.grid')
    .select([
      'address.id',
      'address.text',
      'address.building',
      'address.grid',
      'grid.name as grid_name',
      'address.lng',
      'address.lat',
    ]);

export const addressOf = (row: {
  id: string;
  text: string;
  building: string | null;
  grid: string;
  grid_name: string;
  lng: number | null;
  lat: number | null;
}): AddressRow => ({
  id: row.id,
  text: row.text,
  building: row.building,
  grid: row.grid,
  gridName: row.grid_name,
  point: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
});
