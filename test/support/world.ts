import type { Database } from '../../src/backend/adapters/embedded/database';
import { addPerson, addRegions } from './people';

/** A made-up community of two grids side by side, some 480 m wide each, with those who live and work there. */
export const community = '330106990001';
export const east = `${community}002`;
export const west = `${community}001`;
export const westBuilding = `${west}001`;
export const eastBuilding = `${east}001`;
/** In another city. */
export const elsewhere = '330203990001001';

/** WGS-84; the two grids meet at 120.105. */
export const points = {
  west: { lng: 120.1025, lat: 30.3025 },
  east: { lng: 120.1075, lat: 30.3025 },
  between: { lng: 120.105, lat: 30.3025 },
  nowhere: { lng: 121.5, lat: 31.2 },
};

export const westAddress = 'world-west-1';

/** By whom things are tried: `resident` owns what is tried upon, the others have their own relation to it. */
export const roles = [
  'resident',
  'neighbour',
  'outsider',
  'worker',
  'officer',
  'county-officer',
  'checkpoint',
] as const;
export type WorldRole = (typeof roles)[number];

/** The persona a role signs in as: apart from those of the demo, which may be in the same database. */
export const personaOf = (role: WorldRole): string => `world:${role}`;

/** @returns the id of each person */
export async function addWorld(database: Database): Promise<Record<WorldRole, string>> {
  await addRegions(database, {
    [community]: '桂语社区',
    [west]: '第 1 网格',
    [east]: '第 2 网格',
    [elsewhere]: '别处第 1 网格',
    '330106': '西湖区',
  });
  await database.kysely
    .insertInto('grid_shape')
    .values([square(west, 120.1), square(east, 120.105)])
    .execute();
  await database.kysely
    .insertInto('building')
    .values([
      { code: westBuilding, grid: west, name: '1 幢' },
      { code: eastBuilding, grid: east, name: '1 幢' },
    ])
    .execute();
  await database.kysely
    .insertInto('address')
    .values({
      id: westAddress,
      text: '桂语苑 1 幢',
      other_names: [],
      building: westBuilding,
      doors: [],
      grid: west,
      ...points.west,
    })
    .execute();
  const person = (role: WorldRole, more: Parameters<typeof addPerson>[2]) =>
    addPerson(database, personaOf(role), more);
  return {
    resident: await person('resident', { name: '张桂兰', home: west, building: westBuilding }),
    neighbour: await person('neighbour', { name: '陈志明', home: east }),
    outsider: await person('outsider', { name: '周晓雯', home: elsewhere }),
    worker: await person('worker', {
      name: '王建军',
      home: east,
      grants: [{ role: 'worker', node: west }],
    }),
    officer: await person('officer', {
      name: '沈雅琴',
      home: east,
      confirmed: true,
      grants: [{ role: 'officer', node: community }],
    }),
    'county-officer': await person('county-officer', {
      name: '陆文涛',
      home: east,
      confirmed: true,
      grants: [{ role: 'officer', node: '330106' }],
    }),
    checkpoint: await person('checkpoint', {
      name: '何大勇',
      home: east,
      grants: [{ role: 'checkpoint', node: community }],
    }),
  };
}

function square(code: string, lng: number) {
  const side = 0.005;
  const ring: [number, number][] = [
    [lng, 30.3],
    [lng + side, 30.3],
    [lng + side, 30.3 + side],
    [lng, 30.3 + side],
    [lng, 30.3],
  ];
  const outline = `(${ring.map(([x, y]) => `(${x},${y})`).join(',')})`;
  return { code, about: '', rings: JSON.stringify([ring]), outline };
}
