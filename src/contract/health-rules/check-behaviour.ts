import { evaluate } from 'certlogic-js';
import type { Named, RuleProblem } from './check';
import { factKind } from './fact-kinds';
import { imaginedDay, imaginedFacts, imaginedHelps, imaginedHomes } from './imagined';
import type { FactView, HomeView, RuleData } from './input';
import { partsOf } from './logic';
import { prepareRules, type PreparedRule } from './prepare';
import type { HealthRule } from './rule';
import { namedBy } from './turns';

/** Whether a rule's examples come out as they say, and how it behaves with any data there may be. */
export function checkBehaviour(rule: HealthRule, named: Named): RuleProblem[] {
  const found = new Map<RuleProblem['problem'], RuleProblem>();
  const note = (problem: RuleProblem['problem'], about: unknown): void => {
    if (!found.has(problem)) found.set(problem, named(problem, JSON.stringify(about)));
  };
  const ask = (data: RuleData): boolean => {
    const answer = answerTo(rule, data);
    if (typeof answer === 'boolean') return answer;
    note('cannot-be-evaluated', data);
    return true;
  };
  const [prepared] = prepareRules([rule]);
  for (const subject of prepared ? subjectsOf(prepared) : []) checkSubject(subject, ask, note);
  const differing = rule.Examples.filter(({ data, passes }) => answerTo(rule, data) !== passes);
  return [...found.values(), ...differing.map(({ name }) => named('example-differs', name.zh))];
}

/** What a rule may be put to, the same at a level lower, and everything that may help. */
interface Subject {
  fact: FactView | null;
  home: HomeView | null;
  lower: readonly { fact: FactView | null; home: HomeView | null }[];
  helps: readonly Record<string, FactView>[];
  instants: readonly number[];
}

function subjectsOf(prepared: PreparedRule): Subject[] {
  const parts = partsOf(prepared.rule.Logic);
  const kind = factKind(prepared.rule.AffectedKind ?? '');
  const homes = imaginedHomes();
  const helps = imaginedHelps(prepared.helps, parts);
  const facts = kind ? imaginedFacts(kind, 'fact', parts) : [null];
  const readsHome = parts.paths.some((path) => path.split('.')[0] === 'home');
  return facts.flatMap((fact) =>
    (readsHome ? homes : [null]).map((home) => ({
      fact,
      home,
      lower: [
        ...(home ? homes.slice(0, home.level - 1).map((lower) => ({ fact, home: lower })) : []),
        ...lowerStays(fact).map((lower) => ({ fact: lower, home })),
      ],
      helps,
      instants: instantsOf(prepared, fact, home, helps),
    })),
  );
}

const lowerStays = (fact: FactView | null): FactView[] =>
  (['levelThen', 'levelNow'] as const).flatMap((name) => {
    const level = fact?.[name];
    return fact && typeof level === 'number' && level > 1 ? [{ ...fact, [name]: level - 1 } as FactView] : [];
  });

/** All at which any answer may turn, and the beginning: between them nothing does. Validity and deletion end no rule. */
function instantsOf(
  rule: PreparedRule,
  fact: FactView | null,
  home: HomeView | null,
  helps: readonly Record<string, FactView>[],
): number[] {
  const helping = rule.helps.map((kind) => helps.flatMap((chosen) => (chosen[kind] ? [chosen[kind]] : [])));
  const turns = namedBy({
    rule,
    subject: fact ? { view: fact, expires: Infinity } : undefined,
    helping: helping.map((views) => views.map((view) => ({ view, expires: Infinity }))),
    home,
  });
  return [...new Set([imaginedDay, ...turns.filter((at) => at > imaginedDay)])].sort((a, b) => a - b);
}

function checkSubject(
  { fact, home, lower, helps, instants }: Subject,
  ask: (data: RuleData) => boolean,
  note: (problem: RuleProblem['problem'], about: unknown) => void,
): void {
  for (const at of instants) {
    const now = new Date(at).toISOString();
    const alone = { now, fact, helps: {}, home };
    const unaided = ask(alone);
    for (const chosen of helps)
      if (!ask({ ...alone, helps: chosen }) && unaided) note('help-worsens', chosen);
    for (const less of lower) if (unaided && !ask({ ...alone, ...less })) note('higher-level-helps', alone);
    if (!unaided && at === instants.at(-1)) note('no-end', alone);
  }
}

function answerTo({ Logic }: HealthRule, data: unknown): unknown {
  try {
    return evaluate(Logic as Parameters<typeof evaluate>[0], data);
  } catch (error) {
    return error;
  }
}
