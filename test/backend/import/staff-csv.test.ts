import { describeProblem } from '../../../src/backend/import/problems';
import { parseStaff } from '../../../src/backend/import/staff-csv';
import { bytes, everyPlace, only, refusals, sample, taken } from './sample';

const grid = '330106099002001';
const header = '工号,姓名,岗位,负责区域,工作电话,值班时间\n';
const read = (row: string, known = everyPlace) => parseStaff(bytes(header + row), known);

describe('a list of staff', () => {
  it('is taken whole from the sample: several workers for each grid', async () => {
    const { rows, warnings } = taken(await parseStaff(sample('staff.csv'), everyPlace));
    expect(warnings).toEqual([]);
    expect(rows).toHaveLength(8);
    expect(rows[1]).toEqual({
      staffNumber: 'TQ002',
      name: '田秋月',
      role: 'worker',
      node: grid,
      workPhone: '0571-5550-0172',
      hours: '周末 9:00–12:00,13:30–17:00',
    });
    expect(rows.map(({ role }) => role).slice(-2)).toEqual(['officer', 'checkpoint']);
  });

  it('may be in English', async () => {
    const text = `Staff number,Name,Role,Node,Work phone,Hours\nA1,Li Na,Worker,${grid},+86 571 5550 0171,Mon–Fri\n`;
    expect(taken(await parseStaff(bytes(text), everyPlace)).rows[0]).toMatchObject({
      role: 'worker',
      node: grid,
    });
  });

  it.each<[string, string, [number, string, string]]>([
    ['without a number', `,方远帆,网格员,${grid},0571-5550-0171,工作日`, [2, '工号', 'value-missing']],
    ['without a name', `1,,网格员,${grid},0571-5550-0171,工作日`, [2, '姓名', 'value-missing']],
    ['without a node', '1,方远帆,网格员,,0571-5550-0171,工作日', [2, '负责区域', 'value-missing']],
    ['without hours', `1,方远帆,网格员,${grid},0571-5550-0171,`, [2, '值班时间', 'value-missing']],
    ['of an unknown role', `1,方远帆,局长,${grid},0571-5550-0171,工作日`, [2, '岗位', 'role-unknown']],
    [
      'with a code cut short',
      '1,方远帆,网格员,3301060990020,0571-5550-0171,工作日',
      [2, '负责区域', 'code-malformed'],
    ],
    [
      'with a code rounded',
      '1,方远帆,网格员,3.30106E+14,0571-5550-0171,工作日',
      [2, '负责区域', 'code-rounded'],
    ],
    [
      'a worker of a community',
      '1,方远帆,网格员,330106099002,0571-5550-0171,工作日',
      [2, '负责区域', 'role-misplaced'],
    ],
    [
      'an officer of a grid',
      `1,方远帆,干部,${grid},0571-5550-0171,工作日`,
      [2, '负责区域', 'role-misplaced'],
    ],
    ['a telephone of words', `1,方远帆,网格员,${grid},打给我,工作日`, [2, '工作电话', 'phone-malformed']],
  ])('%s is refused by line and reason', async (_, row, expected) => {
    expect(refusals(await read(row + '\n'))).toEqual([expected]);
  });

  it('with a place that is not in the tree is refused, and says where in both languages', async () => {
    const imported = await read(`1,方远帆,网格员,${grid},0571-5550-0171,工作日\n`, only('330106099002002'));
    expect(refusals(imported)).toEqual([[2, '负责区域', 'region-unknown']]);
    const [first] = imported.ok ? [] : imported.errors;
    if (!first) throw new Error('no error');
    expect(describeProblem(first, 'zh')).toBe(`第 2 行“负责区域”：没有 ${grid} 这个地方。`);
    expect(describeProblem(first, 'en')).toBe(`line 2, "负责区域": There is no place ${grid}.`);
  });

  it('with somebody twice is refused; everything wrong is named at once, in order of lines', async () => {
    const row = `方远帆,网格员,${grid},0571-5550-0171,工作日\n`;
    const imported = await read(`1,${row}2,${row.replace(grid, '330106099002009')}1,${row}`, only(grid));
    expect(refusals(imported)).toEqual([
      [3, '负责区域', 'region-unknown'],
      [4, '工号', 'duplicate-staff-number'],
    ]);
  });
});
