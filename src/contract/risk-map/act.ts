import { isHigher, type RiskLevel } from './level';

/**
 * Whether setting a level could worsen a colour, now or later. Not where there is none lower, and not where the node's own
 * was higher: without its own a node follows those above it, and these may fall lower than what is set.
 */
export const couldWorsen = (own: RiskLevel | undefined, level: RiskLevel): boolean =>
  level !== 'low' && !(own !== undefined && isHigher(own, level));
