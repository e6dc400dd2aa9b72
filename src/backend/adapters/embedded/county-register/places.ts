import { levelOf, parentOf } from '@contract/region/code';
import type { RegionTreeRow } from '../../../import/region-tree';
import type { ImportedAddress, ImportedGrid } from '../../../import/rows';
import type { Changes } from '../../../ports/county-register';
import type { Unit } from '../database/unit';
import { soundsOf } from '../grid-directory/address-sound';
import { nameSeparator, plainAddress } from '../grid-directory/plain-address';
import { upsert, type Written } from './upsert';

const regionTable = { key: 'code', columns: { name: 'text', level: 'text', parent: 'text' } };

export const putRegions = (unit: Unit, rows: readonly RegionTreeRow[]): Promise<Written> =>
  upsert(
    unit,
    'region',
    regionTable,
    rows.map((row) => ({ ...row })),
  );

export async function putGrids(unit: Unit, grids: readonly ImportedGrid[]): Promise<Changes> {
  const regions = grids.map(({ code, name }) => ({
    code,
    name,
    level: levelOf(code),
    parent: parentOf(code),
  }));
  const named = await upsert(unit, 'region', regionTable, regions);
  const drawn = await upsert(
    unit,
    'grid_shape',
    {
      key: 'code',
      columns: { about: 'text', rings: 'jsonb', outline: 'polygon' },
      // Polygons have no equality of their own.
      derived: ['outline'],
    },
    grids.map(({ code, about, rings }) => ({ code, about, rings, outline: polygonOf(rings[0] ?? []) })),
  );
  const codes = grids.map(({ code }) => code);
  return countOf(codes, (code) => drawn.added.has(code), [named, drawn]);
}

/** The outline as PostgreSQL writes one. Holes are left to `locate`. */
const polygonOf = (ring: readonly (readonly [number, number])[]): string =>
  `(${ring.map(([lng, lat]) => `(${lng},${lat})`).join(',')})`;

export async function putAddresses(unit: Unit, addresses: readonly ImportedAddress[]): Promise<Changes> {
  const buildings = new Map(
    addresses.flatMap(({ building, grid }) =>
      building ? [[building.code, { code: building.code, grid, name: building.name }]] : [],
    ),
  );
  const houses = await upsert(unit, 'building', { key: 'code', columns: { grid: 'text', name: 'text' } }, [
    ...buildings.values(),
  ]);
  const written = await upsert(
    unit,
    'address',
    {
      key: 'id',
      columns: {
        text: 'text',
        other_names: 'text[]',
        building: 'text',
        doors: 'text[]',
        grid: 'text',
        lng: 'double precision',
        lat: 'double precision',
        plain: 'text',
        plain_names: 'text',
        pinyin: 'text',
        initials: 'text',
      },
    },
    addresses.map(({ id, address, otherNames, building, doors, grid, point }) => ({
      id,
      text: address,
      other_names: otherNames,
      building: building?.code ?? null,
      doors,
      grid,
      lng: point?.lng ?? null,
      lat: point?.lat ?? null,
      plain: plainAddress(address),
      plain_names: otherNames.map(plainAddress).join(nameSeparator),
      ...soundsOf([address, ...otherNames]),
    })),
  );
  const renamed = new Set(
    addresses.filter(({ building }) => houses.changed.has(building?.code ?? '')).map(({ id }) => id),
  );
  return countOf(
    addresses.map(({ id }) => id),
    (id) => written.added.has(id),
    [written, { added: new Set(), changed: renamed }],
  );
}

export function countOf(
  keys: readonly string[],
  isNew: (key: string) => boolean,
  written: readonly Written[],
): Changes {
  const changes: Changes = { added: 0, changed: 0, unchanged: 0 };
  for (const key of keys) {
    const touched = written.some(({ added, changed }) => added.has(key) || changed.has(key));
    changes[isNew(key) ? 'added' : touched ? 'changed' : 'unchanged'] += 1;
  }
  return changes;
}
