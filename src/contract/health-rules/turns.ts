import type { FactView, HomeView } from './input';
import type { TimeSite } from './logic';
import type { PreparedRule } from './prepare';

/** What a rule is put to, as far as instants hang on it. */
export interface TurnedBy {
  rule: PreparedRule;
  subject: { view: FactView; expires: number } | undefined;
  /** Of each helping kind the rule looks at, the facts there are. */
  helping: readonly (readonly { view: FactView; expires: number }[])[];
  home: HomeView | null;
}

/**
 * The instants (ms) after `now` at which a rule's answer may turn while nothing but time changes, earliest first: between
 * two of them it does not. What ends a rule or deletes its fact lets it pass, what deletes a helping fact stops it.
 * @param passes its answer now
 */
export function turnsOf(by: TurnedBy, passes: boolean, now: number): number[] {
  const { rule, subject, helping } = by;
  const begins = rule.validFrom > now;
  const turns = !passes || begins || !rule.eases ? namedBy(by) : [];
  if (begins) turns.push(rule.validFrom);
  if (!passes) turns.push(rule.validTo);
  if (!passes && subject) turns.push(subject.expires);
  if (passes) for (const facts of helping) for (const { expires } of facts) turns.push(expires);
  return turns.filter((at) => at > now).sort((a, b) => a - b);
}

/** Those its own logic names, in ms. */
export function namedBy({ rule, subject, helping, home }: TurnedBy): number[] {
  const turns: number[] = [];
  for (const site of rule.times) {
    const [root, kind = ''] = site.path;
    const places =
      root === 'helps'
        ? (helping[rule.helps.indexOf(kind)] ?? none)
        : root === 'fact'
          ? [subject]
          : [{ view: home }];
    for (const place of places) {
      const date = read(place?.view, site.path, root === 'helps' ? 2 : 1);
      if (typeof date === 'string') turns.push(moved(date, site) + site.after);
    }
  }
  return turns;
}

const none: readonly never[] = [];

/** As CertLogic's `plusTime` does it. */
function moved(date: string, { amount, unit }: TimeSite): number {
  const at = new Date(date);
  if (unit === 'hour') at.setUTCHours(at.getUTCHours() + amount);
  if (unit === 'day') at.setUTCDate(at.getUTCDate() + amount);
  if (unit === 'month') at.setUTCMonth(at.getUTCMonth() + amount);
  if (unit === 'year') at.setUTCFullYear(at.getUTCFullYear() + amount);
  return at.getTime();
}

function read(data: unknown, path: readonly string[], from: number): unknown {
  let at = data;
  for (let step = from; step < path.length; step++)
    at =
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[path[step] ?? ''] : undefined;
  return at;
}
