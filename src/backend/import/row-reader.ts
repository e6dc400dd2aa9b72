import type { Point } from '@contract/region/geometry';
import { codeCell, isRounded } from './cells';
import { type Crs, isInChina, toWgs84 } from './crs';
import { type ImportProblem, problem, type ProblemCode } from './problems';
import type { Table, TableRow } from './table';

/** Reads the cells of one row and keeps what is wrong with them. A reading that failed is undefined. */
export class RowReader<K extends string> {
  constructor(
    private readonly row: TableRow<K>,
    private readonly table: Table<K>,
    private readonly errors: ImportProblem[],
  ) {}

  fail(code: ProblemCode, key: K, value?: string | number): undefined {
    this.errors.push(this.problem(code, key, value));
    return undefined;
  }

  problem(code: ProblemCode, key: K, value?: string | number): ImportProblem {
    return problem(code, { line: this.row.line, column: this.table.headings[key] }, value);
  }

  /** Words that must be there. */
  text(key: K, max: number): string | undefined {
    const text = this.row.cells[key];
    if (!text) return this.fail('value-missing', key);
    return text.length > max ? this.fail('value-too-long', key, max) : text;
  }

  /** A code as text, not yet looked up; empty when the cell is. */
  code(key: K): string | undefined {
    const code = codeCell(this.row.cells[key]);
    return isRounded(code) ? this.fail('code-rounded', key, code) : code;
  }

  /** A point in WGS-84; null when both cells are empty. */
  point(lngKey: K, latKey: K, crs: Crs): Point | null | undefined {
    const [lng, lat] = [codeCell(this.row.cells[lngKey]), codeCell(this.row.cells[latKey])];
    if (!lng && !lat) return null;
    if (!lng || !lat) return this.fail('point-incomplete', lng ? latKey : lngKey);
    if (!Number.isFinite(Number(lng))) return this.fail('number-malformed', lngKey, lng);
    if (!Number.isFinite(Number(lat))) return this.fail('number-malformed', latKey, lat);
    if (!isInChina([Number(lng), Number(lat)])) return this.fail('outside-china', lngKey, `[${lng}, ${lat}]`);
    const [x, y] = toWgs84([Number(lng), Number(lat)], crs);
    return { lng: x, lat: y };
  }
}
