import { type BodyKind, bodyKindNames, bodyKinds, isSelfGoverning } from '@contract/body/body';
import { type Card, type CardFault, cardLimits, checkCard } from '@contract/body/card';
import { levelOf } from '@contract/region/code';
import { momentCell } from './cells';
import type { Imported, ImportProblem, ProblemCode } from './problems';
import { RowReader } from './row-reader';
import type { ImportedContact } from './rows';
import { parseTable } from './table';

const columns = {
  kind: { headings: ['类别', 'kind'], required: true },
  name: { headings: ['名称', 'name'], required: true },
  node: { headings: ['所在区域', '区域编码', '网格编码', 'node'], required: true },
  call: { headings: ['电话', 'phone'] },
  where: { headings: ['地址', 'address'] },
  hours: { headings: ['时间', '服务时间', 'hours'] },
  meetsAt: { headings: ['下次开会', 'next meeting'] },
  meetsWhere: { headings: ['开会地点', 'meeting place'] },
  agenda: { headings: ['议题', 'agenda'] },
  closed: { headings: ['撤销', '撤销日期', 'closed'] },
} as const;
type Key = keyof typeof columns;
type Reader = RowReader<Key>;

/** What lists call them beside their own names. */
const otherNames: readonly (readonly [string, BodyKind])[] = [
  ['业委会', 'owners-committee'],
  ['协会', 'association'],
  ['志愿队', 'volunteers'],
  ['志愿服务队', 'volunteers'],
  ['自来水', 'water'],
  ['电力', 'power'],
  ['煤气', 'gas'],
  ['物业服务', 'property'],
];
const kindWords: ReadonlyMap<string, BodyKind> = new Map([
  ...bodyKinds.flatMap((kind): [string, BodyKind][] => [
    [kind, kind],
    [bodyKindNames[kind].zh, kind],
    [bodyKindNames[kind].en.toLowerCase().replace('’', "'"), kind],
  ]),
  ...otherNames,
]);

const faults: Readonly<Record<Exclude<CardFault['reason'], 'past'>, ProblemCode>> = {
  unreachable: 'contact-unreachable',
  'not-a-number': 'phone-malformed',
  'too-far': 'meeting-too-far',
  'no-date': 'meeting-undated',
};

/**
 * Bodies beside the grid as a county lists them, CSV: 类别, 名称, 所在区域 (a code), 电话, 地址, 时间, and for those that
 * meet 下次开会, 开会地点, 议题 (points apart by semicolons); 撤销 where it is no more. No person is named in it.
 * @param known which of these region codes exist
 * @param now epoch ms
 */
export async function parseContacts(
  bytes: Uint8Array,
  known: (codes: readonly string[]) => Promise<ReadonlySet<string>>,
  now: number,
): Promise<Imported<ImportedContact>> {
  const parsed = parseTable(bytes, columns);
  if (!parsed.ok) return parsed;
  const { table } = parsed;
  const errors: ImportProblem[] = [];
  const lines = new Map<string, number>();
  const read: { reader: Reader; row: ImportedContact }[] = [];

  for (const row of table.rows) {
    const reader: Reader = new RowReader(row, table, errors);
    const kind = kindOf(reader);
    const name = reader.text('name', 60);
    const node = nodeOf(reader);
    const closed = closedOf(reader, row.cells.closed);
    const card = cardOf(reader, row.cells, kind, now, closed !== undefined);
    // A list that is imported again still says the meeting that was: it is taken, and shown as that.
    if (card?.meetsAt !== undefined && card.meetsAt <= now)
      table.warnings.push(reader.problem('meeting-past', 'meetsAt', row.cells.meetsAt));
    if (!kind || !name || !node || !card) continue;
    const same = [node, kind, name].join('|');
    const earlier = lines.get(same);
    if (earlier !== undefined) reader.fail('duplicate-contact', 'name', earlier);
    lines.set(same, earlier ?? row.line);
    read.push({ reader, row: { kind, name, node, ...card, ...closed } });
  }

  const exists = await known([...new Set(read.map(({ row }) => row.node))]);
  for (const { reader, row } of read)
    if (!exists.has(row.node)) reader.fail('region-unknown', 'node', row.node);
  if (errors.length > 0) return { ok: false, errors: errors.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  return { ok: true, rows: read.map(({ row }) => row), warnings: table.warnings };
}

function kindOf(reader: Reader): BodyKind | undefined {
  const word = reader.text('kind', 40);
  if (word === undefined) return undefined;
  return (
    kindWords.get(word.toLowerCase().replace('’', "'")) ?? reader.fail('body-kind-unknown', 'kind', word)
  );
}

function nodeOf(reader: Reader): string | undefined {
  const code = reader.code('node');
  if (code === undefined) return undefined;
  if (!code) return reader.fail('value-missing', 'node');
  return levelOf(code) ? code : reader.fail('code-malformed', 'node', code);
}

/** Where the list says from which day it is no more. */
function closedOf(reader: Reader, cell: string): { closedFrom: number } | undefined {
  if (cell === '') return undefined;
  const closedFrom = momentCell(cell);
  return closedFrom === undefined ? reader.fail('time-malformed', 'closed', cell) : { closedFrom };
}

/** Undefined where something of it is wrong, which was told. */
function cardOf(
  reader: Reader,
  cells: Readonly<Record<Key, string>>,
  kind: BodyKind | undefined,
  now: number,
  isClosing: boolean,
): Card | undefined {
  const optional = (key: Key, max: number): string | undefined =>
    cells[key] === '' ? undefined : reader.text(key, max);
  const call = optional('call', cardLimits.call)?.normalize('NFKC');
  const where = optional('where', cardLimits.where);
  const hours = optional('hours', cardLimits.hours);
  const meetsWhere = optional('meetsWhere', cardLimits.meetsWhere);
  const meetsAt = cells.meetsAt === '' ? undefined : momentCell(cells.meetsAt);
  if (cells.meetsAt !== '' && meetsAt === undefined)
    return reader.fail('time-malformed', 'meetsAt', cells.meetsAt);
  const agenda = cells.agenda
    .split(/[;；\n]/)
    .map((point) => point.trim())
    .filter((point) => point !== '');
  if (agenda.length > cardLimits.points) return reader.fail('agenda-too-long', 'agenda', cardLimits.points);
  if (agenda.some((point) => point.length > cardLimits.point))
    return reader.fail('value-too-long', 'agenda', cardLimits.point);
  if (kind && !isSelfGoverning(kind) && (meetsAt !== undefined || agenda.length > 0))
    return reader.fail('office-meets', meetsAt === undefined ? 'agenda' : 'meetsAt');
  const card: Card = {
    ...(call === undefined ? {} : { call }),
    ...(where === undefined ? {} : { where }),
    ...(hours === undefined ? {} : { hours }),
    ...(meetsAt === undefined ? {} : { meetsAt }),
    ...(meetsWhere === undefined ? {} : { meetsWhere }),
    agenda,
  };
  let fits = true;
  for (const { field, reason } of checkCard(card, now)) {
    // Nobody has to reach what is no more.
    if (reason === 'past' || (isClosing && reason === 'unreachable')) continue;
    fits = reader.fail(faults[reason], field, cells[field]) ?? false;
  }
  return fits ? card : undefined;
}
