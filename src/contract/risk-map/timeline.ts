import { lineage } from '../region/code';
import { isHigher, type NodeLevel, riskLevels, type RiskLevel } from './level';

/** A level as it was set: in force from `since` until the next one of the same node. RFC 3339, UTC. */
export type SetLevel = Pick<NodeLevel, 'node' | 'level' | 'since'>;

/** What holds at a place from an instant (ms) on, set there or at the nearest node above it. */
export interface Spell {
  from: number;
  level: RiskLevel;
  /** The node it was set for. */
  node: string;
  /** Whether it came up, or was set again as high: what is counted in days is counted from then. A lowering counts nothing anew. */
  renews: boolean;
}

/**
 * The levels a place has had, oldest first; before the first it was `low`. Levels may come in any order, of any nodes.
 * Setting a level for a node above changes nothing where a nearer node has one of its own.
 */
export function timelineOf(place: string, levels: readonly SetLevel[]): Spell[] {
  const line = lineage(place);
  const nearest = new Map<string, RiskLevel>();
  const spells: Spell[] = [];
  const ordered = levels
    .filter(({ node }) => line.includes(node))
    .map((set) => ({ ...set, from: Date.parse(set.since) }))
    .sort((a, b) => a.from - b.from || a.node.length - b.node.length);
  for (const { node, level, from } of ordered) {
    const covered = line.some((nearer) => nearer.length > node.length && nearest.has(nearer));
    nearest.set(node, level);
    if (covered) continue;
    const before = spells.at(-1)?.level ?? 'low';
    spells.push({ from, level, node, renews: !isHigher(before, level) });
  }
  return spells;
}

/** What holds there at an instant (ms); `low` without a node where nothing was set before it. */
export function levelAt(timeline: readonly Spell[], at: number): Pick<Spell, 'level'> & Partial<Spell> {
  return timeline.filter(({ from }) => from <= at).at(-1) ?? { level: 'low' };
}

/**
 * Since when (ms) a place has been at least that high without a break, counted from the last time it was set so; undefined
 * while it is lower.
 */
export function sinceAtLeast(timeline: readonly Spell[], level: RiskLevel, at: number): number | undefined {
  let since: number | undefined;
  for (const spell of timeline) {
    if (spell.from > at) break;
    if (isHigher(level, spell.level)) since = undefined;
    else if (since === undefined || spell.renews) since = spell.from;
  }
  return since;
}

/** The level's number from 1, as rules compare it. */
export const numberOf = (level: RiskLevel): number => riskLevels.indexOf(level) + 1;
