import { builtInRules } from '@contract/health-rules/built-in';
import { checkFact } from '@contract/health-rules/check-fact';
import { decide as decideColour } from '@contract/health-rules/decide';
import type { Fact } from '@contract/health-rules/fact';
import { type FactView, type Known, viewOfFact, viewOfHome } from '@contract/health-rules/input';
import { prepareRules } from '@contract/health-rules/prepare';
import { riskMapOf } from '@contract/risk-map/map';
import { evaluate } from 'certlogic-js';
import { median, timeTogether } from './measure';
import { type Bench, ratioAtMost } from './row';
import { now } from './sample';

const rounds = 60;
const warmUp = 20;
const together = 200;
const day = 86_400_000;
const community = '330108001001';
const instant = (daysAgo: number): string => new Date(now - daysAgo * day).toISOString();

const facts = (
  [
    ['symptoms', { fever: true, temperature: 38.2 }, 'declaration', 1],
    ['positive-test', { method: 'antigen' }, 'declaration', 9],
    ['close-contact', {}, 'official', 3],
    ['household-contact', {}, 'official', 8],
    ['arrival', {}, 'city', 6],
    ['stay', { node: '330109', place: '萧山区' }, 'declaration', 4],
    ['stay', { node: community, place: '江南社区' }, 'declaration', 2],
    ['negative-test', { method: 'pcr' }, 'city', 5],
    ['negative-test', { method: 'antigen' }, 'official', 2],
    ['isolation-ended', {}, 'official', 12],
  ] as const
).map(([kind, values, source, daysAgo], at): Fact => {
  const fact = { kind, values, source, since: instant(daysAgo) };
  const checked = checkFact(fact, now);
  if (!checked.ok) throw new Error(checked.failure);
  return { ...fact, ...checked.value, id: String(at), from: { zh: '滨江区', en: 'Binjiang' } };
});
const riskMap = riskMapOf([
  { node: community, level: 'high', since: instant(6) },
  { node: '33010800100', level: 'guarded', since: instant(20) },
]);
const known: Known = { facts, home: `${community}003`, riskMap };

type Logic = Parameters<typeof evaluate>[0];
interface Call {
  logic: Logic;
  data: unknown;
}

/** What the colour of now cannot do without: each rule for each fact of its kind, until a choice of helping facts lets it pass. */
function bareCalls(): Call[] {
  const home = viewOfHome(known.home ?? '', riskMap, now);
  const of = (kind: string): FactView[] =>
    facts.filter((fact) => fact.kind === kind).map((fact) => viewOfFact(fact, riskMap, now));
  return prepareRules(builtInRules).flatMap(({ rule, helps }) => {
    const choices = helps.reduce<Record<string, FactView>[]>(
      (some, kind) => some.flatMap((one) => [one, ...of(kind).map((view) => ({ ...one, [kind]: view }))]),
      [{}],
    );
    const subjects = rule.AffectedKind === null ? [null] : of(rule.AffectedKind);
    return subjects.flatMap((fact) => {
      const calls = choices.map((chosen) => ({
        logic: rule.Logic as Logic,
        data: { now: new Date(now).toISOString(), fact, helps: chosen, home },
      }));
      const enough = calls.findIndex(({ logic, data }) => evaluate(logic, data) === true);
      return enough < 0 ? calls : calls.slice(0, enough + 1);
    });
  });
}

/** One person, ten facts, all rules: reasons, ends and the next look included, beside the bare calls for the colour alone. */
export const decide: Bench = (say) => {
  const rules = prepareRules(builtInRules);
  const calls = bareCalls();
  const decision = decideColour(known, rules, now);
  say(
    `${rules.length} rules, ${facts.length} facts, ${calls.length} bare calls, ${decision.reasons.length} reasons`,
  );
  if (decision.colour !== 'red') throw new Error('not the person this measures');
  const some = Array.from({ length: together }, (_, at) => at);
  const whole = (): unknown => decideColour(known, rules, now);
  const bare = (): unknown => calls.map(({ logic, data }) => evaluate(logic, data));
  const measured: { value: number; baseline: number; ratio: number }[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    // In turns and shortly after each other, so that what else the machine does falls on both.
    const before = round % 2 === 0 ? timeTogether(some, bare) : undefined;
    const value = timeTogether(some, whole);
    const baseline = before ?? timeTogether(some, bare);
    if (round >= warmUp) measured.push({ value, baseline, ratio: value / baseline });
  }
  const of = (key: 'value' | 'baseline' | 'ratio'): number => median(measured.map((each) => each[key]));
  return Promise.resolve([
    ratioAtMost({
      name: 'a decision beside its bare CertLogic calls',
      value: of('value') * 1000,
      baseline: of('baseline') * 1000,
      unit: 'µs',
      ratio: of('ratio'),
      goal: 1.5,
    }),
  ]);
};
