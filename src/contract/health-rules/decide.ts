import { evaluate } from 'certlogic-js';
import type { ColourReason, Decision } from './decision';
import type { Fact } from './fact';
import { type FactView, type HomeView, type Known, type RuleData, viewOfFact, viewOfHome } from './input';
import type { PreparedRule } from './prepare';
import { reasonOf } from './reason';
import { type TurnedBy, turnsOf } from './turns';

const onTheMap = { zh: '五色图', en: 'The five-colour map' };
/** After the end of time: what never turns. */
const never = Infinity;

/** A fact of the person beside what rules see of it; instants in ms. */
interface Held {
  fact: Fact;
  view: FactView;
  expires: number;
}

/**
 * The colour of a person at an instant (ms), with every reason against green and the instant at which time alone may change
 * it. Pure; the order of facts does not matter. No fact against a person, and a home where nothing is set = green.
 * @param rules as `prepareRules` leaves them
 */
export function decide(known: Known, rules: readonly PreparedRule[], now: number): Decision {
  const held = heldBy(known, now);
  const home = known.home === undefined ? null : viewOfHome(known.home, known.riskMap, now);
  const aboutHome = home ? [undefined] : none;
  const instant = new Date(now).toISOString();
  const reasons: ColourReason[] = [];
  let recheckAt = never;
  for (const rule of rules) {
    if (rule.validTo <= now) continue;
    const kind = rule.rule.AffectedKind;
    const subjects = kind === null ? aboutHome : (held.get(kind) ?? none);
    if (subjects.length === 0) continue;
    const helping = rule.helps.map((help) => held.get(help) ?? none);
    for (const subject of subjects) {
      const asked = { rule, subject, helping, home };
      const passesNow = passes(asked, now, instant);
      // Nobody asks when what passes turns, if something else turns before.
      const turn = nextTurn(asked, passesNow, now, passesNow ? recheckAt : never);
      if (turn < recheckAt) recheckAt = turn;
      if (!passesNow) reasons.push(reasonFor(asked, turn, instant));
    }
  }
  return {
    colour: reasons[0]?.colour ?? 'green',
    reasons,
    ...(recheckAt === never ? {} : { recheckAt: new Date(recheckAt).toISOString() }),
  };
}

const none: readonly never[] = [];

/** What is not over, by kind, the latest first. */
function heldBy({ facts, riskMap }: Known, now: number): Map<string, Held[]> {
  const held = new Map<string, Held[]>();
  for (const fact of facts) {
    const expires = Date.parse(fact.expiresAt);
    if (expires <= now) continue;
    const one = { fact, view: viewOfFact(fact, riskMap, now), expires };
    const same = held.get(fact.kind);
    if (same) same.push(one);
    else held.set(fact.kind, [one]);
  }
  for (const same of held.values())
    if (same.length > 1)
      same.sort((a, b) => compare(b.fact.since, a.fact.since) || compare(a.fact.id, b.fact.id));
  return held;
}

/** The first instant (ms) at which the answer is another one; `never` when that is no earlier than `before`. */
function nextTurn(asked: Asked, passesNow: boolean, now: number, before: number): number {
  for (const at of turnsOf(asked, passesNow, now)) {
    if (at >= before) break;
    if (passes(asked, at, new Date(at).toISOString()) !== passesNow) return at;
  }
  return never;
}

/** A rule put to one fact, or to the home. */
interface Asked extends TurnedBy {
  subject: Held | undefined;
}

/** Whether nothing stands against green at an instant (in ms and as `now`), everything but time as it is. */
function passes(asked: Asked, at: number, now: string): boolean {
  const { rule, subject, home } = asked;
  if (at < rule.validFrom || at >= rule.validTo || (subject && subject.expires <= at)) return true;
  const data = { now, fact: subject?.view ?? null, helps: {}, home };
  return passesWith(asked, at, data, 0);
}

/** Whether it passes with some choice of helping facts, those of the first kinds chosen already. */
function passesWith(asked: Asked, at: number, data: RuleData, chosen: number): boolean {
  const kind = asked.rule.helps[chosen];
  if (kind === undefined) return holds(asked.rule, data);
  // Without first: that is how most things end.
  if (passesWith(asked, at, data, chosen + 1)) return true;
  for (const { view, expires } of asked.helping[chosen] ?? []) {
    const with_ = { ...data, helps: { ...data.helps, [kind]: view } };
    if (expires > at && passesWith(asked, at, with_, chosen + 1)) return true;
  }
  return false;
}

function holds({ rule }: PreparedRule, data: RuleData): boolean {
  try {
    return evaluate(rule.Logic as Parameters<typeof evaluate>[0], data) !== false;
  } catch {
    // A rule that cannot be reckoned colours nobody; `checkRules` finds it before it is signed.
    return true;
  }
}

function reasonFor({ rule: { rule }, subject, home }: Asked, until: number, now: string): ColourReason {
  const fact = subject?.fact;
  return {
    rule: rule.Identifier,
    version: rule.Version,
    colour: rule.Colour,
    reason: reasonOf(rule.Reason, fact),
    source: fact?.source ?? 'risk-map',
    from: fact?.from ?? onTheMap,
    ...(fact ? { factId: fact.id } : {}),
    since: fact?.since ?? sinceOf(home) ?? now,
    until: new Date(until).toISOString(),
    // Nobody can put right what they have not said themselves.
    wayBack: rule.WayBack.filter(({ act }) => act !== 'amend-declaration' || fact?.source === 'declaration'),
  };
}

/** The level a home has now is the highest of those it has had since. */
const sinceOf = (home: HomeView | null): string | undefined =>
  home?.since.highest ?? home?.since.high ?? home?.since.medium ?? home?.since.guarded;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
