import { decide } from '@contract/health-rules/decide';
import type { Decision } from '@contract/health-rules/decision';
import { type PreparedRule, prepareRules } from '@contract/health-rules/prepare';
import type { HealthRule } from '@contract/health-rules/rule';
import { type RiskMap, riskMapOf } from '@contract/risk-map/map';
import type { SetLevel } from '@contract/risk-map/timeline';
import type { Clock } from '../../../ports/clock';
import { rest } from './pages';
import type { Subject } from './subjects';

export type Decider = (subject: Pick<Subject, 'home' | 'facts'>) => Decision;

/** What colours are decided by, as it is now. */
export interface Grounds {
  rules: readonly HealthRule[];
  /** Every level ever set. */
  levels: readonly SetLevel[];
}

interface Prepared extends Grounds {
  prepared: readonly PreparedRule[];
  riskMap: RiskMap;
}

/** @param now ms */
export function deciderOf(grounds: Grounds, now: number): Decider {
  return deciderAt(prepare(grounds), now);
}

const prepare = (grounds: Grounds): Prepared => ({
  ...grounds,
  prepared: prepareRules(grounds.rules),
  riskMap: riskMapOf(grounds.levels),
});

function deciderAt({ prepared, riskMap }: Prepared, now: number): Decider {
  // Most people are those of whom nothing is known: they are what their home is, and a home is decided once.
  const byHome = new Map<string | null, Decision>();
  const of: Decider = ({ home, facts }) => decide({ facts, home: home ?? undefined, riskMap }, prepared, now);
  return (subject) => {
    if (subject.facts.length > 0) return of(subject);
    const known = byHome.get(subject.home) ?? of(subject);
    byHome.set(subject.home, known);
    return known;
  };
}

/** So many are decided before other calls have their turn. */
const slice = 50;

/** What each is decided to be, a few at a time. */
export async function decideEach(
  people: readonly Subject[],
  decide: Decider,
): Promise<{ subject: Subject; decision: Decision }[]> {
  const decided: { subject: Subject; decision: Decision }[] = [];
  for (let from = 0; from < people.length; from += slice) {
    if (from > 0) await rest();
    for (const subject of people.slice(from, from + slice))
      decided.push({ subject, decision: decide(subject) });
  }
  return decided;
}

/** Rules are read and places are worked out once, until either changes. */
export function createDeciders(grounds: () => Promise<Grounds>, clock: Clock): { now(): Promise<Decider> } {
  let kept: { prepared: Prepared; at: number; decide: Decider } | undefined;
  return {
    async now() {
      const { rules, levels } = await grounds();
      const at = clock.now().getTime();
      if (kept && kept.prepared.rules === rules && kept.prepared.levels === levels && kept.at === at)
        return kept.decide;
      const prepared =
        kept && isSame(kept.prepared.rules, rules) && isSame(kept.prepared.levels, levels)
          ? { ...kept.prepared, rules, levels }
          : prepare({ rules, levels });
      kept = { prepared, at, decide: deciderAt(prepared, at) };
      return kept.decide;
    },
  };
}

/** Whoever reads them anew each time hands out others that say the same. */
const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one === other || (one.length === other.length && JSON.stringify(one) === JSON.stringify(other));
