import gcoord from 'gcoord';
import type { Position } from '@contract/region/geometry';
import { type Crs, toWgs84 } from '../../../src/backend/import/crs';
import { parseGrids } from '../../../src/backend/import/grids-geojson';
import { at, ringOf } from '../../contract/region/tiling';
import { bytes, everyPlace, only, refusals, sample, sampleGrids, taken } from './sample';

const square = (x: number, y = 0, size = 300): Position[] =>
  ringOf([x, y], [x + size, y], [x + size, y + size], [x, y + size]);

const feature = (number: number, coordinates: unknown, type = 'Polygon', more: object = {}) => ({
  type: 'Feature',
  properties: { code: `33010609900100${number}`, name: `第 ${number} 网格`, ...more },
  geometry: { type, coordinates },
});
const read = (features: unknown[], crs: Crs = 'wgs84', more: object = {}) =>
  parseGrids(bytes(JSON.stringify({ type: 'FeatureCollection', ...more, features })), crs, everyPlace);

describe('known pairs of coordinates', () => {
  // Published with the libraries coordtransform and gcoord.
  it.each<[Crs, Position, Position]>([
    ['gcj02', [116.41024449916938, 39.91640428150164], [116.404, 39.915]],
    ['bd09', [116.41661560068297, 39.92196580126834], [116.403988, 39.914266]],
    ['wgs84', [120.0838, 30.3046], [120.0838, 30.3046]],
  ])('%s', (crs, from, expected) => {
    const [lng, lat] = toWgs84(from, crs);
    // 0.00001° is a metre.
    expect(Math.abs(lng - expected[0])).toBeLessThan(0.00001);
    expect(Math.abs(lat - expected[1])).toBeLessThan(0.00001);
  });

  it('in Hangzhou GCJ-02 is off by more than a grid', () => {
    const [lng, lat] = toWgs84([120.0838, 30.3046], 'gcj02');
    const metres = Math.hypot((lng - 120.0838) * 96_000, (lat - 30.3046) * 111_000);
    expect(metres).toBeGreaterThan(400);
    expect(metres).toBeLessThan(700);
  });
});

describe('a map of grids', () => {
  it('is taken whole from the sample, without overlap or gap', async () => {
    const { rows, warnings } = taken(await parseGrids(sample('grids.geojson'), 'wgs84', everyPlace));
    expect(warnings).toEqual([]);
    expect(rows.map(({ code, name, about }) => [code, name, about])).toEqual([
      ['330106099002001', '第 1 网格', '听泉里 1–3 幢'],
      ['330106099002002', '第 2 网格', '松涛苑 1–2 幢、听泉路'],
      ['330106099002003', '第 3 网格', '竹影弄'],
    ]);
    expect(await sampleGrids()).toEqual(rows);
  });

  it.each(['gcj02', 'bd09'] as const)(
    'drawn in %s lies where it lies in WGS-84, corners still shared',
    async (crs) => {
      const there = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 }[crs];
      const moved = (ring: Position[]) =>
        ring.map((position) => gcoord.transform<Position>([...position], gcoord.WGS84, there));
      const features = [feature(1, [moved(square(0))]), feature(2, [moved(square(300))])];
      const { rows, warnings } = taken(await read(features, crs));
      expect(warnings).toEqual([]);
      const plain = [feature(1, [square(0)]), feature(2, [square(300)])];
      const corners = taken(await read(plain)).rows.flatMap(({ rings }) => rings.flat());
      const found = rows.flatMap(({ rings }) => rings.flat());
      expect(found).toHaveLength(corners.length);
      for (const [index, [lng, lat]] of found.entries()) {
        expect(lng).toBeCloseTo(corners[index]?.[0] ?? 0, 5);
        expect(lat).toBeCloseTo(corners[index]?.[1] ?? 0, 5);
      }
      expect(new Set(found.map(String)).size).toBe(6);
    },
  );

  it('may be a MultiPolygon of one, with heights, clockwise, a number for a code and Chinese names', async () => {
    const high = [...square(0)].reverse().map(([lng, lat]) => [lng, lat, 12]);
    const odd = {
      type: 'Feature',
      properties: { 编码: 330106099001001, 名称: '第 1 网格', 说明: '桂语苑' },
      geometry: { type: 'MultiPolygon', coordinates: [[high]] },
    };
    const plain = taken(await read([feature(1, [square(0)], 'Polygon', { about: '桂语苑' })]));
    expect(taken(await read([odd])).rows).toHaveLength(1);
    const [first] = taken(await read([odd])).rows;
    expect(first).toMatchObject({ code: '330106099001001', name: '第 1 网格', about: '桂语苑' });
    expect(new Set(first?.rings[0]?.map(String))).toEqual(new Set(plain.rows[0]?.rings[0]?.map(String)));
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4490'])(
    'may name %s',
    async (name) => {
      expect((await read([feature(1, [square(0)])], 'wgs84', { crs: { properties: { name } } })).ok).toBe(
        true,
      );
    },
  );

  it('in a projection is refused as a whole', async () => {
    const crs = { properties: { name: 'urn:ogc:def:crs:EPSG::4528' } };
    expect(refusals(await read([feature(1, [square(0)])], 'wgs84', { crs }))).toEqual([
      [undefined, undefined, 'crs-unsupported'],
    ]);
  });

  it.each([
    ['json-malformed', '{'],
    ['not-a-feature-collection', '[]'],
    ['not-a-feature-collection', 'null'],
    ['not-a-feature-collection', '{"type":"FeatureCollection","features":[]}'],
    ['not-a-feature-collection', '{"type":"Feature"}'],
  ])('that is no map is refused: %s', async (code, text) => {
    expect(refusals(await parseGrids(bytes(text), 'wgs84', everyPlace))).toEqual([
      [undefined, undefined, code],
    ]);
  });
});

describe('a grid', () => {
  const open = square(0).slice(0, -1);
  const bowTie = ringOf([0, 0], [300, 300], [300, 0], [0, 300]);
  const pinched = ringOf([0, 0], [150, 100], [300, 0], [300, 300], [150, 100], [0, 300]);
  const spike = ringOf([0, 0], [300, 0], [300, 300], [300, 500], [300, 300], [0, 300]);
  it.each<[string, unknown, string]>([
    ['null', null, 'not-a-polygon'],
    ['without a geometry', { ...feature(1, []), geometry: null }, 'not-a-polygon'],
    ['that is a point', feature(1, at(0, 0), 'Point'), 'not-a-polygon'],
    ['without rings', feature(1, []), 'not-a-polygon'],
    ['in two parts', feature(1, [[square(0)], [square(900)]], 'MultiPolygon'), 'not-a-polygon'],
    ['with a word in it', feature(1, [[...open, ['东', 30], open[0]]]), 'position-malformed'],
    ['that is flat', feature(1, [open[0]]), 'position-malformed'],
    [
      'in metres',
      feature(1, [
        [
          [500000, 3300000],
          [500300, 3300000],
          [500300, 3300300],
          [500000, 3300000],
        ],
      ]),
      'outside-china',
    ],
    ['with its axes swapped', feature(1, [square(0).map(([lng, lat]) => [lat, lng])]), 'outside-china'],
    ['left open', feature(1, [open]), 'ring-open'],
    ['of two corners', feature(1, [[at(0, 0), at(9, 9), at(0, 0)]]), 'ring-too-short'],
    ['like a bow tie', feature(1, [bowTie]), 'self-intersection'],
    ['pinched at a corner', feature(1, [pinched]), 'self-intersection'],
    ['with a spike', feature(1, [spike]), 'self-intersection'],
    ['with a hole across its edge', feature(1, [square(0), square(200)]), 'self-intersection'],
    ['without area', feature(1, [ringOf([0, 0], [0.5, 0], [0, 0.5])]), 'area-empty'],
  ])('%s is refused', async (_, bad, code) => {
    const imported = await read([feature(2, [square(300)]), bad]);
    expect(refusals(imported).filter(([, column]) => column === undefined)).toEqual([[2, undefined, code]]);
  });

  it.each<[string, object, string]>([
    ['without a code', { code: '' }, 'value-missing'],
    ['with a code of a community', { code: '330106099001' }, 'code-malformed'],
    ['with a code that Excel rounded', { code: '3.30106E+14' }, 'code-rounded'],
    ['without a name', { name: ' ' }, 'value-missing'],
    ['with an endless name', { name: '长'.repeat(41) }, 'value-too-long'],
    ['with the code of another', { code: '330106099001002' }, 'duplicate-code'],
  ])('%s is refused', async (_, more, code) => {
    const imported = await read([feature(2, [square(300)]), feature(1, [square(0)], 'Polygon', more)]);
    expect(refusals(imported).map(([at, , what]) => [at, what])).toEqual([[2, code]]);
  });

  it('of a community that is not there is refused', async () => {
    const file = bytes(JSON.stringify({ type: 'FeatureCollection', features: [feature(1, [square(0)])] }));
    const imported = await parseGrids(file, 'wgs84', only('330106099002'));
    expect(refusals(imported)).toEqual([[1, 'code', 'region-unknown']]);
    expect((await parseGrids(file, 'wgs84', only('330106099001'))).ok).toBe(true);
  });

  it('may repeat a corner at once, as many tools do', async () => {
    const [first, ...rest] = square(0);
    expect((await read([feature(1, [[first, first, ...rest]])])).ok).toBe(true);
  });
});

describe('neighbours that do not fit', () => {
  it('are taken, and the overlap is named with its size', async () => {
    const { rows, warnings } = taken(await read([feature(1, [square(0)]), feature(2, [square(290)])]));
    expect(rows).toHaveLength(2);
    expect(warnings.map(({ feature: at, code }) => [at, code])).toEqual([[1, 'overlap']]);
    expect(warnings[0]?.message.en).toMatch(/330106099001002 \(30\d\d m²\)|\(29\d\d m²\)/);
  });

  it('and a gap with who lies around it', async () => {
    const frame = [
      feature(1, [ringOf([0, 0], [300, 0], [300, 100], [0, 100])]),
      feature(2, [ringOf([0, 100], [100, 100], [100, 200], [0, 200])]),
      feature(3, [ringOf([200, 100], [300, 100], [300, 200], [200, 200])]),
      feature(4, [ringOf([0, 200], [300, 200], [300, 300], [0, 300])]),
    ];
    const { warnings } = taken(await read(frame));
    expect(warnings.map(({ code }) => code)).toEqual(['gap']);
    expect(warnings[0]?.message.en).toContain('330106099001002, 330106099001003');
    // Without its north side the middle lies open: no gap.
    expect(taken(await read(frame.slice(0, 3))).warnings).toEqual([]);
  });
});
