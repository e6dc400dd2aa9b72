import { createCountyRegister } from '../../../src/backend/adapters/embedded/county-register';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createGridDirectory } from '../../../src/backend/adapters/embedded/grid-directory';
import { demoNeighbourhood } from '../../../src/backend/demo/neighbourhood';
import { demoCommunity, demoGrid } from '../../../src/backend/demo/places';
import { locate } from '../../../src/contract/region/locate';
import type { GridDirectory } from '../../../src/backend/ports/grid-directory';
import { describeOnEachDatabase } from '../../support/database';
import { noLog } from '../../support/log';
import { movedClock } from '../../support/moved-clock';

jest.setTimeout(60_000);

describeOnEachDatabase('the grid directory', (open) => {
  let directory: GridDirectory;
  let database: Database;

  beforeAll(async () => {
    database = await open();
    const register = createCountyRegister(database.unit, movedClock(), noLog);
    await register.loadTree(['33', '44', '46', '62']);
    await register.putRegions(demoNeighbourhood.regions);
    await register.putGrids(demoNeighbourhood.grids);
    await register.putAddresses(demoNeighbourhood.addresses);
    await register.putStaff(demoNeighbourhood.staff, 'test');
    directory = createGridDirectory(database.unit);
  });

  const names = async (query: Parameters<GridDirectory['search']>[0]) =>
    (await directory.search(query)).map(({ code, name }) => `${code} ${name}`);

  it('holds the real tree: every province, and Zhejiang down to the community', async () => {
    expect(await directory.children(undefined)).toHaveLength(31);
    expect(await directory.children('33')).toHaveLength(11);
    expect(await directory.regions(['330106', '33', '3301', '999999'])).toEqual([
      { code: '33', name: '浙江省', level: 'province' },
      { code: '3301', name: '杭州市', level: 'city' },
      { code: '330106', name: '西湖区', level: 'county' },
    ]);
    expect(await directory.region('110101001001')).toBeUndefined();
  });

  it('finds by a part of the name, the exact one first, then beginnings, then higher levels', async () => {
    expect(await names({ name: '西湖区', limit: 3 })).toEqual([
      '330106 西湖区',
      '360103 西湖区',
      '420112 东西湖区',
    ]);
    const found = await names({ name: '西湖', under: '33', limit: 100 });
    expect(found[0]).toBe('330106 西湖区');
    expect(found.every((line) => line.startsWith('33') && line.includes('西湖'))).toBe(true);
    expect(await names({ name: '桂语', level: 'community', limit: 5 })).toEqual([
      `${demoCommunity} 桂语社区`,
      '330109002042 桂语听澜社区',
    ]);
    expect(await names({ name: '%', limit: 5 })).toEqual([]);
  });

  it('answers the children where no name is asked for', async () => {
    expect(await names({ limit: 2 })).toEqual(['11 北京市', '12 天津市']);
    expect(await names({ under: demoCommunity, limit: 1 })).toEqual([`${demoGrid(1)} 第 1 网格`]);
    expect(await names({ level: 'city', under: '33', limit: 100 })).toHaveLength(11);
  });

  it.each([
    ['4419', '东莞市', '441900'],
    ['4420', '中山市', '442000'],
    ['4604', '儋州市', '460400'],
    ['6202', '嘉峪关市', '620201'],
  ])('knows a city without counties: %s %s', async (city, name, county) => {
    expect(await names({ name, limit: 10 })).toEqual(expect.not.arrayContaining([`${county} ${name}`]));
    expect((await names({ name, limit: 10 }))[0]).toBe(`${city} ${name}`);
    expect((await directory.children(city)).map(({ code }) => code)).toEqual([county]);
    const townships = await directory.children(county);
    expect(townships.length).toBeGreaterThan(3);
    expect(townships.every(({ level }) => level === 'township')).toBe(true);
  });

  it('draws the grids of a community', async () => {
    const shapes = await directory.shapes(demoCommunity);
    expect(shapes).toHaveLength(12);
    expect(shapes[6]).toEqual({
      code: demoGrid(7),
      name: '第 7 网格',
      about: '桂语苑 1–8 幢',
      rings: demoNeighbourhood.grids[6]?.rings,
    });
  });

  it('finds what is near a point as a look at every grid would', async () => {
    const spots = demoNeighbourhood.grids.flatMap(({ rings }) => rings[0] ?? []).slice(0, 60);
    for (const [lng, lat] of spots) {
      for (const [east, north] of [
        [0, 0],
        [0.0002, 0.0001],
        [-0.0003, 0.0002],
      ] as const) {
        const point = { lng: lng + east, lat: lat + north };
        const near = await directory.shapesNear(point);
        expect(near.length).toBeLessThan(12);
        const codes = (place: ReturnType<typeof locate<{ code: string; rings: [number, number][][] }>>) =>
          place.kind === 'unknown'
            ? []
            : (place.kind === 'inside' ? [place.grid] : place.candidates).map(({ code }) => code);
        expect(codes(locate(point, near))).toEqual(codes(locate(point, [...demoNeighbourhood.grids])));
      }
    }
    expect(await directory.shapesNear({ lng: 116.4, lat: 39.9 })).toEqual([]);
  });

  it('serves the map from the index', async () => {
    await database.executeSql('analyze grid_shape');
    const plan = await database.unit.together(async () => {
      await database.executeSql('set local enable_seqscan = off');
      return database.executeSql(
        `explain select code from grid_shape where box(outline) && '(120.09,30.30),(120.08,30.29)'::box`,
      );
    });
    expect(JSON.stringify(plan.rows)).toContain('grid_shape_by_box');
  });

  const addresses = async (text: string, under?: string) =>
    (await directory.searchAddresses({ text, limit: 20, ...(under ? { under } : {}) })).map(
      (address) => address.text,
    );

  it('finds an address however it is written, the exact one first', async () => {
    expect((await addresses('桂语苑 5 幢 2 单元'))[0]).toBe('桂语苑 5 幢 2 单元');
    expect((await addresses('桂语苑５栋2单元'))[0]).toBe('桂语苑 5 幢 2 单元');
    expect(await addresses('桂语苑5号楼')).toEqual(['桂语苑 5 幢 1 单元', '桂语苑 5 幢 2 单元']);
    expect(await addresses('菜场')).toEqual(['青石路 25 号']);
    expect(await addresses('桂花路38号5幢1单元')).toContain('桂语苑 5 幢 1 单元');
    expect(await addresses('没有这样的路')).toEqual([]);
    // As it sounds, whole or by first letters; a number is not cut short.
    for (const typed of ['guiyuyuan 5 zhuang 2', 'gyy 5 2', 'GYY5Z2', 'gyy5z2dy'])
      expect(await addresses(typed)).toEqual(['桂语苑 5 幢 2 单元']);
    expect(await addresses('qsl 25')).toEqual(['青石路 25 号']);
    expect(await addresses('qsl 2')).toEqual([]);
    expect(await addresses('  ')).toEqual([]);
    expect(await addresses('桂语苑', demoGrid(8))).toContain('桂语苑 9 幢 1 单元');
    expect(await addresses('桂语苑', demoGrid(8))).not.toContain('桂语苑 1 幢 1 单元');
  });

  it('knows where no addresses have been put in', async () => {
    const has = [demoGrid(7), demoGrid(7).slice(0, 6), '33', '3302', '330203'];
    expect(await Promise.all(has.map((code) => directory.hasAddresses(code)))).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
  });

  it('finds an address by a door behind it, and never tells the doors', async () => {
    expect((await addresses('桂语苑5幢2单元402室'))[0]).toBe('桂语苑 5 幢 2 单元');
    expect(await addresses('桂语苑5幢2单元999')).toEqual([]);
    const [found] = await directory.searchAddresses({ text: '桂语苑5幢2单元402', limit: 1 });
    expect(found).toEqual({
      id: expect.any(String) as string,
      text: '桂语苑 5 幢 2 单元',
      building: `${demoGrid(7)}005`,
      grid: demoGrid(7),
      gridName: '第 7 网格',
      point: { lng: expect.any(Number) as number, lat: expect.any(Number) as number },
    });
    expect(await directory.address(found?.id ?? '')).toEqual(found);
    expect(await directory.address('nowhere')).toBeUndefined();
    expect(await directory.building(`${demoGrid(7)}005`)).toEqual({
      code: `${demoGrid(7)}005`,
      name: '桂语苑 5 幢',
    });
  });

  it('names the team of a grid in the order of their numbers', async () => {
    const team = await directory.team(demoGrid(7));
    expect(team.map(({ name }) => name)).toEqual(['王建军', '李秀芳', '赵宏伟', '钱佳宁']);
    expect(team[0]).toMatchObject({ workPhone: '0571-5550-0125', hours: '工作日 8:30–17:30' });
    expect(await directory.team('330106099002001')).toEqual([]);
  });
});
