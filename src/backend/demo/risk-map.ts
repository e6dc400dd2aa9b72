import type { NodeLevel } from '@contract/risk-map/level';
import { demoGrid } from './places';

/** Two grids that are not at the lowest level, and turn nobody: something to see on the map. */
export const demoLevels: readonly Omit<NodeLevel, 'since'>[] = [
  {
    node: demoGrid(3),
    level: 'guarded',
    reason: { zh: '附近街道有零星病例', en: 'Single cases in a street nearby' },
    indicators: [{ name: { zh: '7 天内新增', en: 'New in 7 days' }, value: '0 例' }],
  },
  {
    node: demoGrid(11),
    level: 'medium',
    reason: { zh: '7 天内有人检测阳性', en: 'Somebody tested positive within 7 days' },
    indicators: [
      { name: { zh: '7 天内新增', en: 'New in 7 days' }, value: '1 例' },
      { name: { zh: '密切接触者', en: 'Close contacts' }, value: '4 人' },
    ],
  },
];
