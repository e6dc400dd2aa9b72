import { maskName } from '@contract/health-code/masked-name';
import { isUnder, levelOf, parentOf } from '@contract/region/code';
import { contains, offset, type Point } from '@contract/region/geometry';
import { locate } from '@contract/region/locate';
import { findGaps, findOverlaps } from '../../../src/backend/import/coverage';
import { selfIntersection, signedArea } from '../../../src/backend/import/outline';
import { parseGrids } from '../../../src/backend/import/grids-geojson';
import { readRegionTree } from '../../../src/backend/import/region-tree';
import { demoNeighbourhood } from '../../../src/backend/demo/neighbourhood';
import { personaIds } from '../../../src/backend/demo/personas';
import { demoCommunity, demoGrid, demoStreet } from '../../../src/backend/demo/places';
import { everyPlace, taken } from '../import/sample';

const { regions, grids, addresses, staff, personas } = demoNeighbourhood;
const real = new Set([...readRegionTree(['33'])].map(({ code }) => code));
const codes = new Set([...real, ...regions.map(({ code }) => code)]);
const persona = (id: string) => {
  const found = personas.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('the demo community', () => {
  it('stands in the real Xihu district under codes that nobody has', () => {
    expect(real.has('330106')).toBe(true);
    for (const { code } of regions) expect(real.has(code)).toBe(false);
    expect(parentOf(demoStreet)).toBe('330106');
  });

  it('names each place once, parents first', () => {
    const seen = new Set(real);
    for (const { code, level, parent } of regions) {
      expect([level, parent]).toEqual([levelOf(code), parentOf(code)]);
      expect(seen.has(parent ?? '')).toBe(true);
      expect(seen.has(code)).toBe(false);
      seen.add(code);
    }
  });

  it('has twelve grids that meet without overlap or gap', () => {
    expect(grids.map(({ code }) => code)).toEqual(
      Array.from({ length: 12 }, (_, index) => demoGrid(index + 1)),
    );
    for (const { code, rings } of grids) {
      expect(isUnder(code, demoCommunity)).toBe(true);
      expect(selfIntersection(rings)).toBeUndefined();
      // Four to eleven hectares: some hundred households each.
      expect(signedArea(rings[0] ?? [])).toBeGreaterThan(40_000);
      expect(signedArea(rings[0] ?? [])).toBeLessThan(110_000);
    }
    expect(findOverlaps(grids)).toEqual([]);
    expect(findGaps(grids)).toEqual([]);
  });

  it('could be imported as a county imports its own', async () => {
    const features = grids.map(({ code, name, about, rings }) => ({
      type: 'Feature',
      properties: { code, name, about },
      geometry: { type: 'Polygon', coordinates: rings },
    }));
    const file = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
    expect(taken(await parseGrids(file, 'wgs84', everyPlace))).toMatchObject({ rows: grids, warnings: [] });
  });

  it('has grid 7 in its middle, with neighbours all around', () => {
    const [seven] = grids.filter(({ name }) => name === '第 7 网格');
    expect(seven?.about).toBe('桂语苑 1–8 幢');
    const near = new Set<string>();
    for (const [lng, lat] of seven?.rings[0] ?? []) {
      const located = locate({ lng, lat }, grids);
      if (located.kind === 'near-boundary') located.candidates.forEach(({ name }) => near.add(name));
    }
    expect([...near].sort()).toEqual(
      [2, 3, 4, 6, 7, 8, 10, 11, 12].map((number) => `第 ${number} 网格`).sort(),
    );
  });
});

describe('its addresses', () => {
  const byCode = new Map(grids.map((grid) => [grid.code, grid]));

  it('are some two hundred, each told apart', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(190);
    expect(addresses.length).toBeLessThanOrEqual(210);
    expect(new Set(addresses.map(({ id }) => id)).size).toBe(addresses.length);
    expect(new Set(addresses.map(({ address }) => address)).size).toBe(addresses.length);
    for (const { code } of grids)
      expect(addresses.filter(({ grid }) => grid === code).length).toBeGreaterThan(9);
  });

  it('each lie in their grid, far enough in that nobody at home is asked', () => {
    for (const { grid, point } of addresses) {
      if (!point) throw new Error('an address without a point');
      expect(contains(byCode.get(grid)?.rings ?? [], point)).toBe(true);
      expect(locate(point, grids)).toMatchObject({ kind: 'inside', grid: { code: grid } });
    }
  });

  it('each stand at a place of their own', () => {
    const apart = (a: Point, b: Point) => a.lng !== b.lng || a.lat !== b.lat;
    const points = addresses.map(({ point }) => point ?? offset({ lng: 0, lat: 0 }, 0, 0));
    expect(points.every((a, index) => points.slice(index + 1).every((b) => apart(a, b)))).toBe(true);
  });

  it('hang on buildings of their grid: one name to a code, doors behind each entrance', () => {
    const names = new Map<string, string>();
    for (const { building, grid, doors } of addresses) {
      if (!building) continue;
      expect(parentOf(building.code)).toBe(grid);
      expect(names.get(building.code) ?? building.name).toBe(building.name);
      names.set(building.code, building.name);
      expect(new Set(doors).size).toBe(doors.length);
      expect(doors.length).toBeGreaterThan(0);
    }
    expect(names.size).toBeGreaterThan(70);
    expect(names.get(`${demoGrid(7)}005`)).toBe('桂语苑 5 幢');
  });
});

describe('its people', () => {
  it('serve in teams: at least two for each grid, told apart by masked name and number', () => {
    for (const { code } of grids) {
      const team = staff.filter(({ node }) => node === code);
      expect(team.length).toBeGreaterThanOrEqual(2);
      expect(new Set(team.map(({ name }) => maskName(name))).size).toBe(team.length);
    }
    const seven = staff.filter(({ node }) => node === demoGrid(7)).map(({ name }) => maskName(name));
    expect(seven.slice(0, 2)).toEqual(['王*军', '李*芳']);
    for (const key of ['staffNumber', 'workPhone', 'name'] as const)
      expect(new Set(staff.map((one) => one[key])).size).toBe(staff.length);
  });

  it('have duty numbers that ring nowhere', () => {
    for (const { workPhone } of staff) expect(workPhone).toMatch(/^0571-5550-01\d\d$/);
  });

  it('are the seven whom one can be', () => {
    expect(personas.map(({ id }) => id)).toEqual([...personaIds]);
    expect(personas.filter(({ confirmed }) => !confirmed).map(({ id }) => id)).toEqual(['outsider']);
    for (const { home, grants } of personas) {
      expect(codes.has(home.node)).toBe(true);
      if (home.building)
        expect(addresses.some(({ building }) => building?.code === home.building)).toBe(true);
      for (const { node } of grants) expect(codes.has(node)).toBe(true);
    }
  });

  it('are where the journeys need them', () => {
    expect(maskName(persona('resident').name)).toBe('张*兰');
    expect(persona('resident').home).toEqual({ node: demoGrid(7), building: `${demoGrid(7)}005` });
    expect(persona('resident').family.map(({ calledAs }) => calledAs)).toEqual(['小满', '妈妈']);
    expect(persona('neighbour').home.node).not.toBe(demoGrid(7));
    expect(isUnder(persona('neighbour').home.node, demoCommunity)).toBe(true);
    expect(isUnder(persona('outsider').home.node, '3301')).toBe(false);
    expect(persona('worker').grants).toEqual([{ role: 'worker', node: demoGrid(7) }]);
    expect(persona('officer').grants).toEqual([{ role: 'officer', node: demoCommunity }]);
    expect(persona('county-officer').grants).toEqual([{ role: 'officer', node: '330106' }]);
    expect(persona('checkpoint').grants[0]?.role).toBe('checkpoint');
    const listed = staff.find(({ staffNumber }) => staffNumber === persona('worker').staffNumber);
    expect(listed).toMatchObject({ name: persona('worker').name, node: demoGrid(7), role: 'worker' });
  });
});
