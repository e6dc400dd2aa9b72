import { fieldNames } from '../../../src/contract/personal-data/field-names';
import { describeHeld, placesIn } from '../../../src/contract/personal-data/held';
import { type Held, inWords, retentionInWords } from '../../../src/contract/personal-data/in-words';
import { findCategory } from '../../../src/contract/service-request/catalogue';
import { personalData } from '../../../src/contract/personal-data/registry';

const me = '11111111-1111-4111-8111-111111111111';
const another = '22222222-2222-4222-8222-222222222222';
const said = {
  personIds: [me],
  places: new Map([['330106990001001', '西湖区 第 1 网格']]),
  category: findCategory,
};

describe('what is held, in words', () => {
  it('has a name for every field of the registry', () => {
    const nameless = Object.entries(personalData).flatMap(([table, { fields }]) =>
      Object.keys(fields).flatMap((field) => (field in fieldNames ? [] : [`${table}.${field}`])),
    );
    expect(nameless).toEqual([]);
  });

  it.each<[string, Held, string, string]>([
    ['name', null, '没有', 'None'],
    ['name', '张桂兰', '张桂兰', '张桂兰'],
    ['confirmed', true, '是', 'Yes'],
    ['person_id', me, '你', 'You'],
    ['owner_id', another, '另一个', 'Another'],
    ['role', 'worker', '网格员', 'Grid worker'],
    ['home_node', '330106990001001', '西湖区 第 1 网格', '西湖区 第 1 网格'],
    ['staff_number', '330106990001001', '330106990001001', '330106990001001'],
    ['may', ['show', 'read'], '亮码、看办过的事', 'show the code, read requests'],
    ['may', [], '没有', 'None'],
    ['at', '2026-11-25T16:30:00.000Z', '2026 年 11 月 26 日 00:30', '26 Nov 2026, 00:30'],
    ['words', 'active', 'active', 'active'],
    [
      'place',
      { text: '1 幢', point: { lng: 120.1, lat: 30.3 } },
      '1 幢（120.1, 30.3）',
      '1 幢（120.1, 30.3）',
    ],
    ['info', [{ headline: '停水', description: '' }], '停水', '停水'],
    ['advice', { zh: '留意身体', en: 'Take care' }, '留意身体', 'Take care'],
  ])('%s: %j is “%s”', (column, value, zh, en) => {
    expect(inWords(column, value, said)).toEqual({ zh, en });
  });

  it('says until when', () => {
    expect(retentionInWords({ until: 'with-account' }).zh).toBe('到你注销账号');
    expect(retentionInWords({ with: 'person' }).en).toBe('As long as “Who you are and the grid you live in”');
    expect(retentionInWords({ after: 'expires_at', days: 0 }).zh).toBe('“到期”一过就删');
    expect(retentionInWords({ after: 'at', days: 1095 }).zh).toBe('“时间”以后 3 年');
    expect(retentionInWords({ after: 'at', days: 30 }).en).toBe('30 days after “When”');
  });

  it('says that something is there which only machines can read, and not what', () => {
    const [table] = describeHeld([{ table: 'person', rows: [{ id: me, person_key: '\\x0102' }] }], said);
    expect(table?.rows).toEqual([
      [
        { field: 'id', value: me, words: { zh: '你', en: 'You' } },
        {
          field: 'person_key',
          value: null,
          words: { zh: '有，只有机器能读', en: 'Held; only machines can read it' },
        },
      ],
    ]);
  });

  it('asks for the places it has to name, once each', () => {
    const rows: Record<string, Held>[] = [{ home_node: '3301', staff_number: '330106' }, { node: '3301' }];
    expect(placesIn([{ table: 'person', rows }])).toEqual(['3301']);
  });
});
