import { keepBack, type Known, LEAST } from '../figures/hide';

/** How many people of one place: whom it is for, and what of that came about. */
export interface Reached {
  audience: number;
  /** Their phone has it. */
  delivered: number;
  opened: number;
  acknowledged: number;
}

const columns = ['audience', 'delivered', 'opened', 'acknowledged'] as const;
type Counted = (typeof columns)[number];
export type ShownCounts = Readonly<Record<Counted, number | null>>;

/** A place's counts, each a part of the one before, down to nobody. */
type Line = readonly number[];
/** Of which of them something is said; of nobody always. */
type Said = readonly boolean[];

const nobody = columns.length;
const lineOf = (counts: Reached): Line => [...columns.map((column) => counts[column]), 0];
const saidOf = (shown: ShownCounts): Said => [...columns.map((column) => shown[column] !== null), true];

function shownOf(line: Line, said: Said): ShownCounts {
  const [audience = null, delivered = null, opened = null, acknowledged = null] = line.map((count, at) =>
    said[at] ? count : null,
  );
  return { audience, delivered, opened, acknowledged };
}

/** Every two of a line: who has it and has not opened it is a count too. Beside nobody it is the count itself. */
const spans = columns.flatMap((_, from) =>
  Array.from({ length: nobody - from }, (__, step) => ({ from, to: from + step + 1 })),
);

/** What of a line can be said, the widest first: no count under five, nor two that fewer lie between. */
function sayable(line: Line, allowed: Said): Said {
  const said: boolean[] = [];
  for (const [at, count] of line.slice(0, nobody).entries())
    // What is not said of the whole audience is not said of a part of it.
    said.push(
      Boolean(allowed[at]) &&
        (at === 0 || Boolean(said[0])) &&
        count >= LEAST &&
        said.every((one, wider) => !one || (line[wider] ?? 0) - count >= LEAST),
    );
  return [...said, true];
}

/** Without one of them; without the audience there is none. */
const without = (said: Said, at: number): Said =>
  said.map((one, other) => other === nobody || (one && at !== 0 && other !== at));

/** What the said counts of a line tell of how many lie between two of it. */
function between(line: Line, said: Said, { from, to }: { from: number; to: number }): Known {
  const there = said.flatMap((one, at) => (one ? [at] : []));
  const [within, beyond] = [there.find((at) => at >= from), there.filter((at) => at <= to).at(-1)];
  const [wider, narrower] = [there.filter((at) => at <= from).at(-1), there.find((at) => at >= to)];
  const count = (at: number | undefined): number => (at === undefined ? 0 : (line[at] ?? 0));
  const least = within !== undefined && beyond !== undefined && within < beyond ? count(within) - count(beyond) : 0; // prettier-ignore
  return {
    // A place that stands in a table has somebody.
    least: from === 0 && to === nobody ? Math.max(1, least) : least,
    most: wider === undefined ? Number.POSITIVE_INFINITY : count(wider) - count(narrower),
  };
}

/** As an author may read the numbers of one place, looked at alone. */
export function countsOf(counts: Reached): ShownCounts {
  const line = lineOf(counts);
  const all = line.map(() => true);
  return shownOf(line, sayable(line, all));
}

/**
 * As an author may read the numbers of all places that make up one above, beside what is said of that: none that
 * follows by subtraction, along a row or down a column. Of what is not said above nothing is said here; nothing at all
 * where what is said above would tell what is hidden here.
 */
export function countsBelow(rows: readonly Reached[], above: ShownCounts): ShownCounts[] {
  const lines = rows.map(lineOf);
  const whole = saidOf(above);
  let said = lines.map((line) => sayable(line, whole));
  for (;;) {
    const before = said;
    for (const span of spans) {
      const { from, to } = span;
      // Where one of the two is not said above, nothing can be subtracted from it.
      if (!whole[from] || !whole[to]) continue;
      const kept = to === nobody ? from : to;
      const told = said.map((row) => Boolean(row[from] && row[to]));
      const still = keepBack({
        values: lines.map((line) => (line[from] ?? 0) - (line[to] ?? 0)),
        said: told,
        known(row) {
          const rest = said[row] ?? [];
          return between(lines[row] ?? [], told[row] ? without(rest, kept) : rest, span);
        },
      });
      if (!still) return [];
      if (still.some((one, row) => one !== told[row]))
        said = said.map((row, at) => (told[at] && !still[at] ? without(row, kept) : row));
    }
    if (said === before) break;
  }
  const anything = said.some((row) => row[0]);
  return anything ? lines.map((line, at) => shownOf(line, said[at] ?? [])) : [];
}

/** How many were told by WeChat, beside the total: few of them, or few that were not, are not said. */
export function nudgedShown(nudged: number, total: ShownCounts): number | null {
  const near = columns.some((column) => {
    const count = total[column];
    return count !== null && Math.abs(count - nudged) < LEAST;
  });
  return nudged < LEAST || near ? null : nudged;
}
