import { atLevel } from '@contract/region/code';
import type { Grant } from '@contract/role';
import type { Bilingual } from '@contract/text';
import { demoBuilding, demoCommunity, demoGrid } from './places';

export const personaIds = [
  'resident',
  'neighbour',
  'outsider',
  'worker',
  'officer',
  'county-officer',
  'checkpoint',
  'officer-2',
  'county-officer-2',
  'city-officer',
] as const;
export type PersonaId = (typeof personaIds)[number];

export interface FamilyMember {
  name: string;
  /** How the family speaks of them. */
  calledAs: string;
  relation: 'child' | 'parent';
}

/** Somebody whom one can be in the demo. Invented people; nobody has a fact against them, so they are green. */
export interface DemoPersona {
  id: PersonaId;
  name: string;
  what: Bilingual;
  /** Whether the community has seen this person; else the name is self-declared. */
  confirmed: boolean;
  home: { node: string; building: string | null };
  grants: readonly Grant[];
  /** In the list of staff, where this person stands there. */
  staffNumber?: string;
  family: readonly FamilyMember[];
}

const home = (grid: number, building: number): DemoPersona['home'] => ({
  node: demoGrid(grid),
  building: demoBuilding(grid, building),
});

/** 澄浪社区, Haishu district, Ningbo: a real community in another city. */
const elsewhere = '330203001001';

export const demoPersonas: readonly DemoPersona[] = [
  {
    id: 'resident',
    name: '张桂兰',
    what: {
      zh: '住第 7 网格，照顾女儿小满和妈妈',
      en: 'Lives in grid 7, looks after her daughter Xiaoman and her mother',
    },
    confirmed: true,
    home: home(7, 5),
    grants: [],
    family: [
      { name: '林小满', calledAs: '小满', relation: 'child' },
      { name: '李桂珍', calledAs: '妈妈', relation: 'parent' },
    ],
  },
  {
    id: 'neighbour',
    name: '陈志明',
    what: {
      zh: '同一个社区，住第 8 网格，管议事会的名片',
      en: 'Same community, lives in grid 8, keeps the council’s card',
    },
    confirmed: true,
    home: home(8, 12),
    grants: [],
    family: [],
  },
  {
    id: 'outsider',
    name: '周晓雯',
    what: { zh: '住宁波，姓名还没确认', en: 'Lives in Ningbo, name not confirmed yet' },
    confirmed: false,
    home: { node: elsewhere, building: null },
    grants: [],
    family: [],
  },
  {
    id: 'worker',
    name: '王建军',
    what: { zh: '第 7 网格的网格员', en: 'Grid worker of grid 7' },
    confirmed: true,
    home: home(6, 2),
    grants: [{ role: 'worker', node: demoGrid(7) }],
    staffNumber: 'GY0701',
    family: [],
  },
  {
    id: 'officer',
    name: '沈雅琴',
    what: { zh: '桂语社区的社区干部', en: 'Officer of the Guiyu community' },
    confirmed: true,
    home: home(11, 3),
    grants: [{ role: 'officer', node: demoCommunity }],
    family: [],
  },
  {
    id: 'county-officer',
    name: '陆文涛',
    what: { zh: '西湖区的干部', en: 'Officer of Xihu district' },
    confirmed: true,
    home: home(2, 4),
    grants: [{ role: 'officer', node: atLevel(demoCommunity, 'county') ?? demoCommunity }],
    family: [],
  },
  {
    id: 'checkpoint',
    name: '何大勇',
    what: { zh: '社区门口的值守，负责看码', en: 'Guard at the community gate, checks codes' },
    confirmed: true,
    home: home(10, 6),
    grants: [{ role: 'checkpoint', node: demoCommunity }],
    family: [],
  },
  // What could worsen a colour takes two: whom to sign with.
  {
    id: 'officer-2',
    name: '顾美华',
    what: { zh: '桂语社区的另一位干部', en: 'Another officer of the Guiyu community' },
    confirmed: true,
    home: home(12, 1),
    grants: [{ role: 'officer', node: demoCommunity }],
    family: [],
  },
  {
    id: 'county-officer-2',
    name: '高建明',
    what: { zh: '西湖区的另一位干部', en: 'Another officer of Xihu district' },
    confirmed: true,
    home: home(1, 2),
    grants: [{ role: 'officer', node: atLevel(demoCommunity, 'county') ?? demoCommunity }],
    family: [],
  },
  {
    id: 'city-officer',
    name: '郑海燕',
    what: { zh: '杭州市的干部', en: 'Officer of Hangzhou city' },
    confirmed: true,
    home: home(3, 1),
    grants: [{ role: 'officer', node: atLevel(demoCommunity, 'city') ?? demoCommunity }],
    family: [],
  },
];

/** Those who came with the first demo, and those who were added to it since: a demo started before gets them too. */
const added: readonly PersonaId[] = ['officer-2', 'county-officer-2', 'city-officer'];
export const firstPersonas = demoPersonas.filter(({ id }) => !added.includes(id));
export const addedPersonas = demoPersonas.filter(({ id }) => added.includes(id));
