import type { Reached, ShownCounts } from '../../../src/contract/notice/counts';

/** A table as its reader has it. */
export interface Table {
  /** Whose numbers its total is. */
  node: string;
  total: ShownCounts;
  rows: readonly { node: string; counts: ShownCounts }[];
  /** Of somebody else counted in the total, in no row. */
  beside?: string;
}

/** At least, at most. */
export type Range = readonly [number, number];

const columns = ['audience', 'delivered', 'opened', 'acknowledged'] as const;
const marks = [0, 1, 2, 3, 4];
/** Every two of the counts, the later a part of the earlier; beside the fifth, nobody, the count itself. */
export const spans = marks.flatMap((from) => marks.slice(from + 1).map((to) => [from, to] as const));
export type Span = (typeof spans)[number];

const keyOf = (node: string, [from, to]: readonly [number, number]): string => `${node} ${from}-${to}`;
const at = (counts: ShownCounts | Reached, mark: number): number | null =>
  mark === 4 ? 0 : counts[columns[mark] as (typeof columns)[number]];

/** How many truly lie between two counts. */
export const truly = (counts: Reached, [from, to]: Span): number =>
  Number(at(counts, from)) - Number(at(counts, to));

/** Whether a row says how many lie between two counts. */
export const says = (counts: ShownCounts, [from, to]: Span): boolean =>
  at(counts, from) !== null && at(counts, to) !== null;

/**
 * Everything a reader can work out from some tables by adding and subtracting, again and again until nothing more
 * follows: between what and what the people of each place lie, by each two of its counts.
 */
export function workedOut(tables: readonly Table[]): (node: string, span: Span) => Range {
  const known = new Map<string, Range>();
  const of = (key: string): Range => known.get(key) ?? [0, Infinity];
  let changed = false;
  const tighten = (key: string, [low, high]: Range): void => {
    const [least, most] = of(key);
    if (low <= least && high >= most) return;
    known.set(key, [Math.max(least, low), Math.min(most, high)]);
    changed = true;
  };
  const state = (node: string, counts: ShownCounts): void => {
    for (const span of spans)
      if (says(counts, span)) {
        const exact = Number(at(counts, span[0])) - Number(at(counts, span[1]));
        tighten(keyOf(node, span), [exact, exact]);
      }
  };
  const sums: { whole: string; parts: string[] }[] = [];
  const lines = new Set<string>();
  for (const { node, total, rows, beside } of tables) {
    state(node, total);
    lines.add(node);
    for (const row of rows) {
      state(row.node, row.counts);
      // A place that is named has somebody.
      tighten(keyOf(row.node, [0, 4]), [1, Infinity]);
    }
    const parts = [...rows.map((row) => row.node), ...(beside === undefined ? [] : [beside])];
    for (const part of parts) lines.add(part);
    if (rows.length > 0)
      for (const span of spans)
        sums.push({ whole: keyOf(node, span), parts: parts.map((part) => keyOf(part, span)) });
  }
  for (const node of lines)
    for (const [from, to] of spans)
      for (let between = from + 1; between < to; between += 1)
        sums.push({
          whole: keyOf(node, [from, to]),
          parts: [keyOf(node, [from, between]), keyOf(node, [between, to])],
        });

  const add = (ranges: readonly Range[]): Range =>
    ranges.reduce<Range>(([low, high], [least, most]) => [low + least, high + most], [0, 0]);
  do {
    changed = false;
    for (const { whole, parts } of sums) {
      tighten(whole, add(parts.map(of)));
      const [low, high] = of(whole);
      for (const part of parts) {
        const [least, most] = add(parts.filter((other) => other !== part).map(of));
        tighten(part, [low - most, high - least]);
      }
    }
  } while (changed);
  return (node, span) => of(keyOf(node, span));
}
