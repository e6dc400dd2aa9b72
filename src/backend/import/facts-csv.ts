import { type CalendarDay, dayAt } from '@contract/calendar-day';
import { checkFact } from '@contract/health-rules/check-fact';
import type { FactKind } from '@contract/health-rules/fact-kind';
import { factKinds } from '@contract/health-rules/fact-kinds';
import { readDocumentNumber } from '@contract/person/document-number';
import type { EnteredFact } from '@contract/proposal/act';
import { codeCell, momentCell } from './cells';
import type { Imported, ImportProblem } from './problems';
import { RowReader } from './row-reader';
import { parseTable } from './table';

export type ImportedFact = EnteredFact & {
  /** Hex. */
  personKey: string;
};

const columns = {
  document: { headings: ['证件号码', '身份证号', 'document number'] },
  personKey: { headings: ['身份密钥', 'person key'] },
  kind: { headings: ['情况', '种类', 'kind'], required: true },
  since: { headings: ['开始时间', '日期', 'since'], required: true },
  values: { headings: ['内容', 'values'] },
  from: { headings: ['来源', 'source'], required: true },
  fromEnglish: { headings: ['来源（英文）', 'source in English'] },
} as const;
type Reader = RowReader<keyof typeof columns>;

/**
 * Facts as a county's disease control lists them, CSV: 证件号码 (or 身份密钥, hex), 情况 (a kind's name or code), 开始时间,
 * 内容 ("检测方法=核酸; …"), 来源. A document's number becomes the person key here and goes no further: no problem says it.
 * @param keyOf the county's, of a number in its plain form
 * @param now ms
 */
export function parseFacts(
  bytes: Uint8Array,
  keyOf: (plainNumber: string) => Uint8Array,
  now: number,
): Imported<ImportedFact> {
  const parsed = parseTable(bytes, columns);
  if (!parsed.ok) return parsed;
  const { table } = parsed;
  const errors: ImportProblem[] = [];
  const rows: ImportedFact[] = [];
  for (const row of table.rows) {
    const reader: Reader = new RowReader(row, table, errors);
    const personKey = keyFrom(row.cells, reader, keyOf, dayAt(now));
    const kind = kindOf(reader);
    const since = sinceOf(reader);
    const source = reader.text('from', 100);
    const values = kind && valuesOf(row.cells.values, kind, reader);
    if (!personKey || !kind || !since || !source || !values) continue;
    const fact = {
      kind: kind.kind,
      values,
      since,
      from: { zh: source, en: row.cells.fromEnglish || source },
    };
    const checked = checkFact({ ...fact, source: 'file' }, now);
    if (checked.ok) rows.push({ ...fact, personKey });
    else reader.fail('fact-invalid', checked.failure === 'since-invalid' ? 'since' : 'kind', checked.failure);
  }
  if (errors.length > 0) return { ok: false, errors: errors.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  return { ok: true, rows, warnings: table.warnings };
}

function keyFrom(
  cells: Readonly<Record<'document' | 'personKey', string>>,
  reader: Reader,
  keyOf: (plainNumber: string) => Uint8Array,
  today: CalendarDay,
): string | undefined {
  if (cells.personKey) {
    const key = cells.personKey.toLowerCase();
    return /^[0-9a-f]{64}$/.test(key) ? key : reader.fail('person-key-malformed', 'personKey');
  }
  const code = reader.text('document', 40) === undefined ? undefined : reader.code('document');
  if (code === undefined) return undefined;
  const read = readDocumentNumber(code, today);
  return read.ok
    ? Buffer.from(keyOf(read.value.plain)).toString('hex')
    : reader.fail('document-malformed', 'document');
}

function kindOf(reader: Reader): FactKind | undefined {
  const word = reader.text('kind', 60);
  if (word === undefined) return undefined;
  return (
    factKinds.find(({ kind, title }) => [kind, title.zh, title.en].includes(word)) ??
    reader.fail('fact-kind-unknown', 'kind', word)
  );
}

function sinceOf(reader: Reader): string | undefined {
  const text = reader.text('since', 40);
  if (text === undefined) return undefined;
  const at = momentCell(text);
  return at === undefined ? reader.fail('time-malformed', 'since', text) : new Date(at).toISOString();
}

/** `字段=值`, several apart by semicolons; names and choices in either language or as in the registry. */
function valuesOf(cell: string, { fields }: FactKind, reader: Reader): EnteredFact['values'] | undefined {
  const values: Record<string, string | number | boolean> = {};
  for (const pair of cell
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [name = '', word = ''] = pair.split(/[=＝]/).map((part) => part.trim());
    const found = Object.entries(fields).find(([key, { title }]) => [key, title.zh, title.en].includes(name));
    if (!found) return reader.fail('fact-value-unknown', 'values', name);
    const [key, field] = found;
    if (field.type === 'yes-no') values[key] = ['有', '是', 'yes', 'true'].includes(word.toLowerCase());
    else if (field.type === 'number') values[key] = Number(codeCell(word));
    else if (field.type === 'choice')
      values[key] =
        Object.entries(field.options).find(([option, { zh, en }]) => [option, zh, en].includes(word))?.[0] ??
        word;
    else values[key] = word;
  }
  return values;
}
