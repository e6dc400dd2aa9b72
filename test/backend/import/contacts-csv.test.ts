import { parseContacts } from '../../../src/backend/import/contacts-csv';
import { bytes, everyPlace, refusals, sample, taken } from './sample';

const now = Date.parse('2026-11-29T02:00:00.000Z');
const node = '330106099002';
const header = '类别,名称,所在区域,电话,地址,时间,下次开会,开会地点,议题\n';
const read = (rows: string, known = everyPlace) => parseContacts(bytes(header + rows), known, now);

describe('a list of bodies beside the grid', () => {
  it('is taken whole from the sample: councils, committees, volunteers, offices', async () => {
    const { rows, warnings } = taken(await parseContacts(sample('contacts.csv'), everyPlace, now));
    expect(warnings).toEqual([]);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'residents-council',
      'owners-committee',
      'volunteers',
      'water',
      'gas',
      'property',
    ]);
    expect(rows[0]).toEqual({
      kind: 'residents-council',
      name: '听泉社区居民议事会',
      node,
      call: '0571-5550-0180',
      where: '听泉社区服务中心 2 楼',
      hours: '周一到周五 9:00–17:00',
      meetsAt: Date.parse('2026-12-26T14:00:00+08:00'),
      meetsWhere: '2 楼议事厅',
      agenda: ['停车位怎么分', '健身角放哪里'],
    });
  });

  it('may be in English', async () => {
    const text = `Kind,Name,Node,Phone\nVillagers' council,Upper village,${node},0571-5550-0180\nwater,Water,330106,96390\n`;
    const { rows } = taken(await parseContacts(bytes(text), everyPlace, now));
    expect(rows.map(({ kind }) => kind)).toEqual(['villagers-council', 'water']);
  });

  it('may still say a meeting that was, and is told of it', async () => {
    const { rows, warnings } = taken(await read(`业委会,一号院,${node},,门卫室,,2026-11-01 19:00,,`));
    expect(rows[0]?.meetsAt).toBe(Date.parse('2026-11-01T19:00:00+08:00'));
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([['meeting-past', 2]]);
  });

  it.each<[string, string, [number, string, string]]>([
    ['of an unknown kind', `居委会,某某,${node},110,,,,,`, [2, '类别', 'body-kind-unknown']],
    ['without a name', `供水,,${node},96390,,,,,`, [2, '名称', 'value-missing']],
    ['without a node', '供水,某某,,96390,,,,,', [2, '所在区域', 'value-missing']],
    ['with a code cut short', '供水,某某,3301060990,96390,,,,,', [2, '所在区域', 'code-malformed']],
    ['that nobody can reach', `供水,某某,${node},,,白天,,,`, [2, '地址', 'contact-unreachable']],
    ['with words for a number', `供水,某某,${node},问门卫,,,,,`, [2, '电话', 'phone-malformed']],
    ['of an office that meets', `供水,某某,${node},96390,,,2026-12-26,,`, [2, '下次开会', 'office-meets']],
    ['with a date nobody can read', `社团,某某,${node},96390,,,月底,,`, [2, '下次开会', 'time-malformed']],
    [
      'with a meeting years ahead',
      `社团,某某,${node},96390,,,2029-01-01,,`,
      [2, '下次开会', 'meeting-too-far'],
    ],
    ['with a place and no time', `社团,某某,${node},96390,,,,二楼,`, [2, '下次开会', 'meeting-undated']],
    [
      'with too much to discuss',
      `社团,某某,${node},96390,,,,,${'a;'.repeat(13)}`,
      [2, '议题', 'agenda-too-long'],
    ],
    [
      'that stands there already',
      `供水,某某,${node},96390,,,,,\n供水,某某,${node},96391,,,,,`,
      [3, '名称', 'duplicate-contact'],
    ],
  ])('refuses one %s', async (_, row, expected) => {
    expect(refusals(await read(row))).toEqual([expected]);
  });

  it('refuses a place that is not in the tree', async () => {
    const nowhere = () => Promise.resolve(new Set<string>());
    expect(refusals(await read(`供水,某某,${node},96390,,,,,`, nowhere))).toEqual([
      [2, '所在区域', 'region-unknown'],
    ]);
  });
});
