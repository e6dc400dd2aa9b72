import { numberOf } from '../risk-map/timeline';
import type { RiskLevel } from '../risk-map/level';
import type { RiskMap } from '../risk-map/map';
import type { Fact } from './fact';
import { factKinds } from './fact-kinds';

/** All that a colour is decided from. */
export interface Known {
  facts: readonly Fact[];
  /** The home's region code; absent where none is known: then no place speaks for or against anybody. */
  home?: string | undefined;
  riskMap: RiskMap;
}

/** A fact as a rule sees it: its values beside when it began and who says so. Numbers have lost their point. */
export type FactView = Readonly<Record<string, string | number | boolean>> & {
  since: string;
  source: string;
};

/** The home as a rule sees it: its level from 1 to 5, and since when it has been at least that high without a break. */
export interface HomeView {
  level: number;
  since: Partial<Record<RiskLevel, string>>;
}

/**
 * What a rule is asked about: one fact of its kind (none for a rule about the home), and of each helping kind one fact or
 * none. It is enough that the rule passes with one choice of these: so a helping fact more never makes a colour worse,
 * whatever the rule says, and so does no other fact against the person.
 */
export interface RuleData {
  /** RFC 3339, UTC. */
  now: string;
  fact: FactView | null;
  helps: Readonly<Record<string, FactView>>;
  home: HomeView | null;
}

const counted = ['guarded', 'medium', 'high', 'highest'] as const;

export function viewOfFact(fact: Fact, riskMap: RiskMap, now: number): FactView {
  const { kind, values, since, source } = fact;
  const view: Record<string, string | number | boolean> = Object.assign({ since, source }, values);
  for (const [key, decimals] of decimalsOf.get(kind) ?? []) {
    const value = values[key];
    if (typeof value === 'number') view[key] = Math.round(value * 10 ** decimals);
  }
  if (kind === 'stay') {
    const node = String(values.node);
    view.levelThen = numberOf(riskMap.levelAt(node, Date.parse(since)));
    view.levelNow = numberOf(riskMap.levelAt(node, now));
  }
  return view as FactView;
}

/** Of each kind, the fields whose numbers lose their point. */
const decimalsOf = new Map(
  factKinds.map(({ kind, fields }) => [
    kind,
    Object.entries(fields).flatMap(([key, field]): [string, number][] =>
      field.type === 'number' && field.decimals > 0 ? [[key, field.decimals]] : [],
    ),
  ]),
);

export function viewOfHome(home: string, riskMap: RiskMap, now: number): HomeView {
  const since: Partial<Record<RiskLevel, string>> = {};
  for (const level of counted) {
    const at = riskMap.sinceAtLeast(home, level, now);
    if (at !== undefined) since[level] = new Date(at).toISOString();
  }
  return { level: numberOf(riskMap.levelAt(home, now)), since };
}
