import { parentOf } from '@contract/region/code';
import type { RegionTreeRow } from '../import/region-tree';
import type { ImportedGrid } from '../import/rows';
import { grounds } from './estates';
import { ringsOf } from './map';

/** An invented street of the real Xihu district: its number is not given to any other. */
export const demoStreet = '330106099';
export const demoCommunity = `${demoStreet}001`;
/** Without grids: the one for which `docs/samples` can be imported. */
const sampleCommunity = `${demoStreet}002`;

const three = (number: number): string => String(number).padStart(3, '0');

/** @param number 1–12 */
export const demoGrid = (number: number): string => demoCommunity + three(number);

export const demoGrids: readonly ImportedGrid[] = grounds.map(({ about }, index) => ({
  code: demoGrid(index + 1),
  name: `第 ${index + 1} 网格`,
  about,
  rings: ringsOf(index + 1),
}));

/** What the real tree lacks: the street, its communities and the grids, parents first. */
export const demoRegions: readonly RegionTreeRow[] = [
  { code: demoStreet, name: '青石街道', level: 'township', parent: parentOf(demoStreet) },
  { code: demoCommunity, name: '桂语社区', level: 'community', parent: demoStreet },
  { code: sampleCommunity, name: '听泉社区', level: 'community', parent: demoStreet },
  ...demoGrids.map(({ code, name }) => ({ code, name, level: 'grid' as const, parent: demoCommunity })),
];

/** The code of a building of the demo: its grid, then its number 幢. */
export const demoBuilding = (grid: number, number: number): string => demoGrid(grid) + three(number);
