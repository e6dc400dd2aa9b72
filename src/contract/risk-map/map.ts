import type { RiskLevel } from './level';
import { levelAt, type SetLevel, sinceAtLeast, type Spell, timelineOf } from './timeline';

/** The five-colour map with its past, as rules ask it. Instants in ms. */
export interface RiskMap {
  levelAt(place: string, at: number): RiskLevel;
  sinceAtLeast(place: string, level: RiskLevel, at: number): number | undefined;
}

/** @param levels every level ever set, those in force included; in any order */
export function riskMapOf(levels: readonly SetLevel[]): RiskMap {
  // Many people live in few places: each place is worked out once.
  const known = new Map<string, Spell[]>();
  const timeline = (place: string): Spell[] => {
    const spells = known.get(place) ?? timelineOf(place, levels);
    known.set(place, spells);
    return spells;
  };
  return {
    levelAt: (place, at) => levelAt(timeline(place), at).level,
    sinceAtLeast: (place, level, at) => sinceAtLeast(timeline(place), level, at),
  };
}
