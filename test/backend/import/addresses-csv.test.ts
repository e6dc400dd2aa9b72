import fc from 'fast-check';
import gcoord from 'gcoord';
import { parseAddresses } from '../../../src/backend/import/addresses-csv';
import type { ImportedGrid } from '../../../src/backend/import/rows';
import { bytes, refusals, sample, sampleGrids, taken } from './sample';

const grid1 = '330106099002001';
const grid2 = '330106099002002';
/** In the middle of grid 2. */
const middle = '120.102,30.2982';

let grids: ImportedGrid[];
beforeAll(async () => {
  grids = await sampleGrids();
});

const read = (text: string, crs: 'wgs84' | 'gcj02' | 'bd09' = 'wgs84') =>
  parseAddresses(bytes(text), { crs, grids });
const header = '地址,别名,楼栋,楼栋名称,门牌,网格编码,经度,纬度\n';

describe('the sample of addresses', () => {
  it('is taken whole', () => {
    const { rows, warnings } = taken(parseAddresses(sample('addresses.csv'), { crs: 'wgs84', grids }));
    expect(warnings).toEqual([]);
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatchObject({
      address: '听泉里 1 幢 1 单元',
      otherNames: ['听泉路 8 号 1 幢 1 单元'],
      building: { code: `${grid1}001`, name: '听泉里 1 幢' },
      doors: ['101', '102', '201', '202', '301', '302'],
      grid: grid1,
      point: null,
    });
    expect(rows[4]).toMatchObject({
      otherNames: ['老年公寓', '听泉养老院'],
      building: { name: '听泉里 3 幢' },
    });
    expect(rows.slice(5, 9).map(({ grid }) => grid)).toEqual([grid2, grid2, grid2, grid2]);
  });

  it('is the same in GB18030, and with a mark at its beginning', () => {
    const plain = taken(parseAddresses(sample('addresses.csv'), { crs: 'wgs84', grids }));
    const marked = bytes('\ufeff' + new TextDecoder().decode(sample('addresses.csv')));
    expect(parseAddresses(marked, { crs: 'wgs84', grids })).toMatchObject({ ok: true, rows: plain.rows });
    // 地址,网格编码 / 桂花路 1 号 as Excel on a Chinese Windows writes it.
    const gb18030 = Uint8Array.from(
      Buffer.from('b5d8d6b72ccdf8b8f1b1e0c2eb0d0ab9f0bba8c2b7203120bac52c', 'hex'),
    );
    const whole = new Uint8Array([...gb18030, ...bytes(`${grid1}\r\n`)]);
    expect(taken(parseAddresses(whole, { crs: 'wgs84', grids })).rows[0]?.address).toBe('桂花路 1 号');
  });
});

describe('an address', () => {
  it.each<[string, string, [number, string, string]]>([
    ['without words', `,,,,,${grid1},,`, [2, '地址', 'value-missing']],
    ['too long', `${'长'.repeat(101)},,,,,${grid1},,`, [2, '地址', 'value-too-long']],
    ['without a place', '甲路 1 号,,,,,,,', [2, '网格编码', 'grid-missing']],
    ['in a grid that is not there', '甲路 1 号,,,,,330106099002009,,', [2, '网格编码', 'region-unknown']],
    ['in a community', '甲路 1 号,,,,,330106099002,,', [2, '网格编码', 'code-malformed']],
    ['whose grid Excel rounded', '甲路 1 号,,,,,3.30106E+14,,', [2, '网格编码', 'code-rounded']],
    ['with half a point', '甲路 1 号,,,,,,120.1,', [2, '纬度', 'point-incomplete']],
    ['with a word for a number', '甲路 1 号,,,,,,东边,30.2', [2, '经度', 'number-malformed']],
    ['with its point swapped', '甲路 1 号,,,,,,30.2982,120.102', [2, '经度', 'outside-china']],
    ['with a point in no grid', '甲路 1 号,,,,,,120.2,30.2', [2, '经度', 'point-in-no-grid']],
    ['with a building by name', `甲路 1 号,,甲楼,,,${grid1},,`, [2, '楼栋', 'building-malformed']],
    ['whose building Excel rounded', `甲路 1 号,,${grid1}000,,,${grid1},,`, [2, '楼栋', 'code-rounded']],
    [
      'whose building is elsewhere',
      `甲路 1 号,,${grid2}001,,,${grid1},,`,
      [2, '楼栋', 'building-outside-grid'],
    ],
    [
      'with a comma unquoted',
      `甲路 1 号,,1,甲,101,102,${grid1},,`,
      [2, undefined as never, 'too-many-cells'],
    ],
  ])('%s is refused by line and reason', (_, row, expected) => {
    expect(refusals(read(header + row + '\n'))).toEqual([expected]);
  });

  it('twice in a community is refused, though spelled with other spaces; the earlier line is named', () => {
    const twice = read(`${header}甲路 1 号,,,,,${grid1},,\n甲路1号,,,,,${grid2},,\n`);
    expect(refusals(twice)).toEqual([[3, '地址', 'duplicate-address']]);
    expect(twice.ok ? '' : twice.errors[0]?.message.en).toContain('line 2');
  });

  it('with another name for the same building is refused', () => {
    const text = `${header}甲苑 1 幢 1 单元,,1,甲苑 1 幢,,${grid1},,\n甲苑 1 幢 2 单元,,1,乙苑 1 幢,,${grid1},,\n`;
    expect(refusals(read(text))).toEqual([[3, '楼栋名称', 'building-renamed']]);
  });

  it('where grids overlap needs the code of its grid', () => {
    const [first] = grids;
    if (!first) throw new Error('no grids');
    const over = [...grids, { ...first, code: '330106099002009', rings: grids[1]?.rings ?? [] }];
    const text = `${header}甲路 1 号,,,,,,${middle}\n`;
    expect(refusals(parseAddresses(bytes(text), { crs: 'wgs84', grids: over }))).toEqual([
      [2, '经度', 'point-ambiguous'],
    ]);
  });

  it('with a point outside the grid it names is taken, with a warning', () => {
    const { rows, warnings } = taken(read(`${header}甲路 1 号,,,,,${grid1},${middle}\n`));
    expect(rows[0]?.grid).toBe(grid1);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([[2, 'point-outside-grid']]);
  });

  it('keeps its id when its grid is redrawn, and gets another in another community', () => {
    const id = (grid: string) => {
      const at = [{ code: grid, rings: [] }];
      return taken(parseAddresses(bytes(`地址,网格\n甲路 1 号,${grid}\n`), { crs: 'wgs84', grids: at }))
        .rows[0]?.id;
    };
    expect(id(grid1)).toBe(id(grid2));
    expect(id(grid1)).not.toBe(id('330106099001001'));
  });

  it.each(['gcj02', 'bd09'] as const)('given in %s lies where it lies in WGS-84', (crs) => {
    const there = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 }[crs];
    const [lng, lat] = gcoord.transform<[number, number]>([120.102, 30.2982], gcoord.WGS84, there);
    const point = taken(read(`${header}甲路 1 号,,,,,,${lng},${lat}\n`, crs)).rows[0]?.point;
    expect(point?.lng).toBeCloseTo(120.102, 5);
    expect(point?.lat).toBeCloseTo(30.2982, 5);
  });

  it.each(['1', '01', '001', '1幢', '1栋', '1号楼', '１', `${grid1}001`, `="${grid1}001"`, `'${grid1}001`])(
    'may write its building as %s',
    (building) => {
      const cell = `"${building.replaceAll('"', '""')}"`;
      const { rows } = taken(read(`${header}甲路 1 号,,${cell},,,${grid1},,\n`));
      expect(rows[0]?.building).toEqual({ code: `${grid1}001`, name: '甲路 1 号' });
    },
  );
});

describe('a table', () => {
  it('may have its columns in English, in any order and with unknown ones, which are named', () => {
    const { rows, warnings } = taken(
      read(`Grid,Remark,ADDRESS,Other Names\n${grid1},x,甲路 1 号,"甲;乙,甲"\n`),
    );
    expect(rows[0]).toMatchObject({ grid: grid1, address: '甲路 1 号', otherNames: ['甲', '乙'] });
    expect(warnings.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, 'Remark', 'column-unknown'],
    ]);
  });

  it.each<[string, string, [number | undefined, string | undefined, string]]>([
    ['nothing', '', [undefined, undefined, 'no-rows']],
    ['a header only', '地址,网格\n', [undefined, undefined, 'no-rows']],
    ['no address column', '门牌,网格\n101,1\n', [1, '地址', 'column-missing']],
    ['a column twice', `地址,网格,标准地址\n甲,${grid1},乙\n`, [1, '标准地址', 'column-twice']],
    ['an open quote', `地址,网格\n甲,"${grid1}\n`, [2, undefined, 'csv-malformed']],
    ['a spreadsheet file', 'PK\u0003\u0004\0\0', [undefined, undefined, 'encoding-unknown']],
  ])('with %s is refused', (_, text, expected) => expect(refusals(read(text))).toEqual([expected]));

  it('names the line where a row begins, whatever stands above it', () => {
    const text = `地址,别名,网格\r\n\r\n甲,"一\r\n二",${grid1}\r\n,,\r\n乙,,\r\n丙,,9\r\n`;
    expect(refusals(read(text)).map(([line]) => line)).toEqual([6, 7]);
  });

  it('gives back any words and lists that were written by the rules of CSV', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/[\s\0\ufeff]/g, ''))
      .filter((text) => text.length > 0 && text.length <= 100);
    const item = words.map((text) => text.replace(/[、,，;；|]/g, '')).filter(Boolean);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(words, fc.uniqueArray(item, { maxLength: 5 }), (address, doors) => {
        const row = [quoted(address), quoted(doors.join('、')), grid1].join(',');
        const [first] = taken(read(`地址,门牌,网格\r\n${row}\r\n`)).rows;
        expect(first?.address).toBe(address);
        expect(first?.doors).toEqual(doors);
      }),
    );
  });

  it('of any bytes is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(typeof parseAddresses(noise, { crs: 'wgs84', grids }).ok).toBe('boolean');
        const after = new Uint8Array([...bytes('address,grid\n'), ...noise]);
        expect(typeof parseAddresses(after, { crs: 'wgs84', grids }).ok).toBe('boolean');
      }),
    );
  });
});
