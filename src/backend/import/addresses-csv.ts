import { isBuildingCode, isUnder, levelOf, parentOf } from '@contract/region/code';
import { boundingBox, contains, type Point } from '@contract/region/geometry';
import type { Shaped } from '@contract/region/locate';
import { listCell } from './cells';
import type { Crs } from './crs';
import type { Imported, ImportProblem } from './problems';
import { RowReader } from './row-reader';
import { addressId, type ImportedAddress } from './rows';
import { parseTable } from './table';

const columns = {
  address: { headings: ['地址', '标准地址', '详细地址', 'address'], required: true },
  otherNames: { headings: ['别名', '其他名称', '又名', 'other names'] },
  building: { headings: ['楼栋', '楼栋编码', '楼栋号', 'building'] },
  buildingName: { headings: ['楼栋名称', 'building name'] },
  doors: { headings: ['门牌', '室号', '户室', 'doors'] },
  grid: { headings: ['网格编码', '网格', 'grid'] },
  lng: { headings: ['经度', 'lng', 'lon', 'longitude'] },
  lat: { headings: ['纬度', 'lat', 'latitude'] },
} as const;
type Reader = RowReader<keyof typeof columns>;

const MAX_ADDRESS = 100;

export interface AddressFile {
  crs: Crs;
  /** The grids that addresses may belong to. */
  grids: readonly Shaped[];
}

/**
 * Addresses as a county lists them, CSV: 地址, 别名, 楼栋, 楼栋名称, 门牌 (a list), 网格编码 or 经度 + 纬度.
 * The grid is the one named; else the one the building's code begins with; else the one the point lies in.
 */
export function parseAddresses(bytes: Uint8Array, { crs, grids }: AddressFile): Imported<ImportedAddress> {
  const parsed = parseTable(bytes, columns);
  if (!parsed.ok) return parsed;
  const { table } = parsed;
  const atlas = new Atlas(grids);
  const errors: ImportProblem[] = [];
  const warnings = [...table.warnings];
  const lines = new Map<string, number>();
  const buildings = new Map<string, string>();
  const rows: ImportedAddress[] = [];

  for (const row of table.rows) {
    const reader: Reader = new RowReader(row, table, errors);
    const address = reader.text('address', MAX_ADDRESS);
    const point = reader.point('lng', 'lat', crs);
    const house = reader.code('building');
    const named = reader.code('grid');
    if (address === undefined || point === undefined || house === undefined || named === undefined) continue;

    const grid = gridOf(named, house, point, atlas, reader);
    if (!grid) continue;
    if (point && !contains(grid.rings, point)) warnings.push(reader.problem('point-outside-grid', 'lng'));
    const building = house && buildingCode(house, grid.code, reader);
    if (building === undefined) continue;

    const known = buildings.get(building);
    const name = row.cells.buildingName || known || address;
    if (building && known !== undefined && known !== name)
      reader.fail('building-renamed', 'buildingName', known);
    if (building && known === undefined) buildings.set(building, name);

    const id = addressId(grid.code, address);
    const earlier = lines.get(id);
    if (earlier !== undefined) reader.fail('duplicate-address', 'address', earlier);
    else lines.set(id, row.line);
    rows.push({
      id,
      address,
      otherNames: listCell(row.cells.otherNames),
      building: building ? { code: building, name } : null,
      doors: listCell(row.cells.doors),
      grid: grid.code,
      point,
    });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, rows, warnings };
}

function gridOf(
  named: string,
  house: string,
  point: Point | null,
  atlas: Atlas,
  reader: Reader,
): Shaped | undefined {
  const code = named || (isBuildingCode(house) ? parentOf(house) : undefined);
  if (code) {
    const column = named ? 'grid' : 'building';
    if (levelOf(code) !== 'grid') return reader.fail('code-malformed', column, code);
    return atlas.get(code) ?? reader.fail('region-unknown', column, code);
  }
  if (!point) return reader.fail('grid-missing', 'grid');
  const [first, ...others] = atlas.at(point);
  if (!first) return reader.fail('point-in-no-grid', 'lng');
  if (others.length === 0) return first;
  return reader.fail('point-ambiguous', 'lng', [first, ...others].map(({ code }) => code).join('、'));
}

/** A building's code from what the county wrote: the code, or the number within the grid. */
function buildingCode(text: string, grid: string, reader: Reader): string | undefined {
  const number = /^(\d{1,3})(?:号楼|幢|栋)?$/.exec(text)?.[1];
  const code = number === undefined ? text : grid + number.padStart(3, '0');
  if (!isBuildingCode(code)) return reader.fail('building-malformed', 'building', text);
  // Spreadsheets keep 15 digits: the last three of a code become zeros.
  if (code.endsWith('000')) return reader.fail('code-rounded', 'building', text);
  return isUnder(code, grid) ? code : reader.fail('building-outside-grid', 'building', text);
}

/** Grids by code and by place. A box is looked at before a polygon, so that a county's worth of points is quick. */
class Atlas {
  private readonly byCode: ReadonlyMap<string, Shaped>;
  private readonly boxed;

  constructor(grids: readonly Shaped[]) {
    this.byCode = new Map(grids.map((grid) => [grid.code, grid]));
    this.boxed = grids.map((grid) => ({ grid, box: boundingBox(grid.rings) }));
  }

  get = (code: string): Shaped | undefined => this.byCode.get(code);

  at = (point: Point): Shaped[] =>
    this.boxed
      .filter(({ box: { west, east, south, north } }) => {
        const { lng, lat } = point;
        return lng >= west && lng <= east && lat >= south && lat <= north;
      })
      .map(({ grid }) => grid)
      .filter(({ rings }) => contains(rings, point));
}
