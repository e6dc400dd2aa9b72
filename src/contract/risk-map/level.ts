import type { Bilingual } from '../text';

/** The five-colour map 五色图, from the lowest risk to the highest; the place in the list is the level's number from 1. */
export const riskLevels = ['low', 'guarded', 'medium', 'high', 'highest'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const riskLevelNames: Readonly<Record<RiskLevel, Bilingual>> = {
  low: { zh: '低风险', en: 'Low' },
  guarded: { zh: '较低风险', en: 'Guarded' },
  medium: { zh: '中风险', en: 'Medium' },
  high: { zh: '高风险', en: 'High' },
  highest: { zh: '最高风险', en: 'Highest' },
};

/** What a level rests on: "7 天内新增 12 例". */
export interface Indicator {
  name: Bilingual;
  value: string;
}

/** The level of one node of the grid tree, set by the level above it. A node without one has that of its nearest ancestor; none at all is `low`. */
export interface NodeLevel {
  node: string;
  level: RiskLevel;
  reason: Bilingual;
  indicators: readonly Indicator[];
  /** RFC 3339, UTC. */
  since: string;
}

export const isHigher = (a: RiskLevel, b: RiskLevel): boolean =>
  riskLevels.indexOf(a) > riskLevels.indexOf(b);
