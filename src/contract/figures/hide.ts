/** A count under it could point at somebody. */
export const LEAST = 5;

/** A count as everybody may read it. */
export type Shown =
  | { count: number }
  /** Fewer than `LEAST`. */
  | { fewer: true }
  /** All of the whole it belongs to, but fewer than `LEAST`. */
  | { allButFewer: true }
  /** With the total, or with its whole, it would tell a small one. */
  | { withheld: true };

/** A part of a whole, row by row of a table. */
export interface Row {
  whole: number;
  part: number;
}

export interface ShownRow {
  whole: Shown;
  part: Shown;
}

const exact = (shown: Shown): shown is { count: number } => 'count' in shown;

const wholeShown = (whole: number): Shown => (whole < LEAST ? { fewer: true } : { count: whole });

/** Of a small whole either end would tell the rest: nothing is said of its part. */
const isTooSmall = (whole: number): boolean => whole < 2 * LEAST;

function partShown({ whole, part }: Row): Shown {
  if (isTooSmall(whole)) return { withheld: true };
  if (part < LEAST) return { fewer: true };
  return whole - part < LEAST ? { allButFewer: true } : { count: part };
}

/** What a reader knows of a cell that is not shown, from what is said instead. */
interface Known {
  least: number;
  most: number;
}

/**
 * Whether each of some hidden counts could still be another, given what is known of each and their sum: what is left of
 * a column's total when all that is shown has been subtracted.
 */
function isUnknown(hidden: readonly Known[], sum: number): boolean {
  const least = hidden.reduce((all, each) => all + each.least, 0);
  const most = hidden.reduce((all, each) => all + each.most, 0);
  return hidden.every((each) => {
    const low = Math.max(each.least, sum - (most - each.most));
    const high = Math.min(each.most, sum - (least - each.least));
    return Number.isNaN(low) || high > low;
  });
}

interface Column {
  values: readonly number[];
  shown: readonly Shown[];
  total: Shown;
  /** What a reader knows of a row's count, shown as this. */
  known(shown: Shown, row: number): Known;
}

/** Withholds the least of what is shown, one by one, until no hidden count follows from the total; else the total. */
function protect({ values, shown, total, known }: Column): { cells: readonly Shown[]; total: Shown } {
  // Where the total is no number, nothing can be subtracted from it.
  if (!exact(total)) return { cells: shown, total };
  const cells = [...shown];
  for (;;) {
    const hidden = cells.flatMap((cell, row) => (exact(cell) ? [] : [row]));
    const sum = hidden.reduce((all, row) => all + (values[row] ?? 0), 0);
    if (isUnknown(hidden.map((row) => known(cells[row] as Shown, row)), sum)) return { cells, total }; // prettier-ignore
    const [least] = cells
      .flatMap((cell, row) => (exact(cell) ? [row] : []))
      .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    if (least === undefined) return { cells: shown, total: { withheld: true } };
    cells[least] = { withheld: true };
  }
}

/**
 * A table of wholes, parts of them and the totals of both, as it may be public: no count under `LEAST`, neither shown nor
 * to be had by subtraction, along a row (whole − part) or down a column (total − rows).
 */
export function hideSmall(rows: readonly Row[]): { rows: ShownRow[]; total: ShownRow } {
  const whole = rows.reduce((sum, row) => sum + row.whole, 0);
  const part = rows.reduce((sum, row) => sum + row.part, 0);
  const wholes = protect({
    values: rows.map((row) => row.whole),
    shown: rows.map((row) => wholeShown(row.whole)),
    total: wholeShown(whole),
    known: (shown) => ('fewer' in shown ? few : { least: LEAST, most: Number.POSITIVE_INFINITY }),
  });
  // What is not said of a whole is not said of its part.
  const beside = (ofWhole: Shown, row: Row): Shown => (exact(ofWhole) ? partShown(row) : ofWhole);
  const parts = protect({
    values: rows.map((row) => row.part),
    shown: rows.map((row, at) => beside(wholes.cells[at] as Shown, row)),
    total: beside(wholes.total, { whole, part }),
    known(shown, at) {
      if ('fewer' in shown) return few;
      const ofWhole = wholes.cells[at] as Shown;
      if (!exact(ofWhole)) return { least: 0, most: Number.POSITIVE_INFINITY };
      if (isTooSmall(ofWhole.count)) return { least: 0, most: ofWhole.count };
      return 'allButFewer' in shown
        ? { least: ofWhole.count - LEAST + 1, most: ofWhole.count }
        : { least: LEAST, most: ofWhole.count - LEAST };
    },
  });
  return {
    rows: rows.map((_, at) => ({ whole: wholes.cells[at] as Shown, part: parts.cells[at] as Shown })),
    total: { whole: wholes.total, part: parts.total },
  };
}

const few: Known = { least: 0, most: LEAST - 1 };
