import { levelOf } from '@contract/region/code';
import type { Role } from '@contract/role';
import type { Imported, ImportProblem } from './problems';
import { RowReader } from './row-reader';
import type { ImportedStaff } from './rows';
import { parseTable } from './table';

const columns = {
  staffNumber: { headings: ['工号', '人员编号', 'staff number'], required: true },
  name: { headings: ['姓名', 'name'], required: true },
  role: { headings: ['岗位', '角色', 'role'], required: true },
  node: { headings: ['负责区域', '区域编码', '网格编码', 'node'], required: true },
  workPhone: { headings: ['工作电话', '值班电话', 'work phone'], required: true },
  hours: { headings: ['值班时间', '服务时间', 'hours'], required: true },
} as const;
type Reader = RowReader<keyof typeof columns>;

const roleWords: ReadonlyMap<string, Role> = new Map([
  ['网格员', 'worker'],
  ['worker', 'worker'],
  ['干部', 'officer'],
  ['社区干部', 'officer'],
  ['officer', 'officer'],
  ['值守', 'checkpoint'],
  ['检查点', 'checkpoint'],
  ['checkpoint', 'checkpoint'],
]);

/**
 * Staff as a county lists them, CSV: 工号, 姓名, 岗位, 负责区域 (a code), 工作电话, 值班时间.
 * A person stands there once; a second post is granted afterwards.
 * @param known which of these region codes exist
 */
export async function parseStaff(
  bytes: Uint8Array,
  known: (codes: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Imported<ImportedStaff>> {
  const parsed = parseTable(bytes, columns);
  if (!parsed.ok) return parsed;
  const { table } = parsed;
  const errors: ImportProblem[] = [];
  const lines = new Map<string, number>();
  const read: { reader: Reader; row: ImportedStaff }[] = [];

  for (const row of table.rows) {
    const reader: Reader = new RowReader(row, table, errors);
    const staffNumber = reader.text('staffNumber', 40);
    const name = reader.text('name', 40);
    const role = roleOf(reader);
    const node = nodeOf(reader);
    const workPhone = phoneOf(reader);
    const hours = reader.text('hours', 100);
    const earlier = staffNumber === undefined ? undefined : lines.get(staffNumber);
    if (earlier !== undefined) reader.fail('duplicate-staff-number', 'staffNumber', earlier);
    if (!staffNumber || !name || !role || !node || !workPhone || !hours) continue;
    lines.set(staffNumber, earlier ?? row.line);
    if (!fits(role, node)) reader.fail('role-misplaced', 'node');
    read.push({ reader, row: { staffNumber, name, role, node, workPhone, hours } });
  }

  const exists = await known([...new Set(read.map(({ row }) => row.node))]);
  for (const { reader, row } of read)
    if (!exists.has(row.node)) reader.fail('region-unknown', 'node', row.node);
  if (errors.length > 0) return { ok: false, errors: errors.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  return { ok: true, rows: read.map(({ row }) => row), warnings: table.warnings };
}

function roleOf(reader: Reader): Role | undefined {
  const word = reader.text('role', 40);
  if (word === undefined) return undefined;
  return roleWords.get(word.toLowerCase()) ?? reader.fail('role-unknown', 'role', word);
}

function nodeOf(reader: Reader): string | undefined {
  const code = reader.code('node');
  if (code === undefined) return undefined;
  if (!code) return reader.fail('value-missing', 'node');
  return levelOf(code) ? code : reader.fail('code-malformed', 'node', code);
}

/** A fixed or mobile number with an extension at most, as it is to be dialled. */
function phoneOf(reader: Reader): string | undefined {
  const text = reader.text('workPhone', 40)?.normalize('NFKC');
  if (text === undefined) return undefined;
  return /^\+?\d[\d -]{1,18}\d(?:转\d{1,6})?$/.test(text)
    ? text
    : reader.fail('phone-malformed', 'workPhone', text);
}

/** A worker belongs to a grid; an officer stands above grids; a gate may be anywhere. */
function fits(role: Role, node: string): boolean {
  if (role === 'checkpoint') return true;
  return (role === 'worker') === (levelOf(node) === 'grid');
}
