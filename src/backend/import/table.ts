import { CsvError, parse } from 'csv-parse/sync';
import { type ImportProblem, problem } from './problems';
import { decodeText } from './text-file';

export interface Column {
  /** Headings that mean it, the first one for messages. Case, width and spaces do not matter. */
  headings: readonly [string, ...string[]];
  required?: boolean;
}

export interface TableRow<K extends string> {
  /** Where the row begins; the header is line 1. */
  line: number;
  /** Trimmed; empty where the file has nothing. */
  cells: Readonly<Record<K, string>>;
}

export interface Table<K extends string> {
  rows: TableRow<K>[];
  /** The heading of each column as the file spells it. */
  headings: Readonly<Record<K, string>>;
  warnings: ImportProblem[];
}

type ParsedTable<K extends string> = { ok: true; table: Table<K> } | { ok: false; errors: ImportProblem[] };

/** A CSV file with a header, as spreadsheets write it: quotes, CRLF, a mark at the beginning, empty rows. */
export function parseTable<K extends string>(
  bytes: Uint8Array,
  columns: Readonly<Record<K, Column>>,
): ParsedTable<K> {
  const text = decodeText(bytes);
  if (text === undefined) return { ok: false, errors: [problem('encoding-unknown')] };
  const records = recordsOf(text);
  if (!Array.isArray(records)) return { ok: false, errors: [records] };
  const [header, ...body] = records;
  if (!header || body.length === 0) return { ok: false, errors: [problem('no-rows')] };

  const keys = Object.keys(columns) as K[];
  const matched = header.cells.map((heading) =>
    keys.find((key) => columns[key].headings.some((one) => plain(one) === plain(heading))),
  );
  const headings = Object.fromEntries(
    keys.map((key) => [key, header.cells[matched.indexOf(key)] ?? columns[key].headings[0]]),
  ) as Record<K, string>;
  const errors = [
    ...keys
      .filter((key) => columns[key].required && !matched.includes(key))
      .map((key) => problem('column-missing', { line: header.line, column: headings[key] })),
    ...header.cells
      .filter((_, index) => matched[index] && matched.indexOf(matched[index]) !== index)
      .map((column) => problem('column-twice', { line: header.line, column })),
    ...body
      .filter(({ cells }) => cells.length > header.cells.length)
      .map(({ line }) => problem('too-many-cells', { line })),
  ];
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    table: {
      rows: body.map(({ line, cells }) => ({ line, cells: pick(keys, matched, cells) })),
      headings,
      warnings: header.cells
        .filter((heading, index) => heading && !matched[index])
        .map((column) => problem('column-unknown', { line: header.line, column })),
    },
  };
}

interface Line {
  line: number;
  cells: string[];
}

function recordsOf(text: string): Line[] | ImportProblem {
  const lines: Line[] = [];
  try {
    // The reader counts a CRLF within quotes as two lines.
    parse(text.replace(/\r\n?/g, '\n'), {
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      on_record: (record: string[], { lines: end }) => {
        lines.push({ line: end - lineBreaksIn(record), cells: record.map((cell) => cell.trim()) });
        return null;
      },
    });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return problem('csv-malformed', typeof error.lines === 'number' ? { line: error.lines } : {});
  }
}

/** The reader counts lines to the end of a row; a quoted cell may hold several. */
const lineBreaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);

const plain = (heading: string): string => heading.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const pick = <K extends string>(
  keys: readonly K[],
  matched: readonly (K | undefined)[],
  cells: readonly string[],
) => Object.fromEntries(keys.map((key) => [key, cells[matched.indexOf(key)] ?? ''])) as Record<K, string>;
