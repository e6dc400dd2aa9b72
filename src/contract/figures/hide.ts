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
export interface Known {
  least: number;
  most: number;
}

/**
 * Whether each of some hidden counts could still be another, given what is known of each and their sum: what is left of
 * a column's total when all that is shown has been subtracted.
 */
function isUnknown(hidden: readonly Known[], sum: number): boolean {
  const isEndless = ({ most }: Known): boolean => most === Number.POSITIVE_INFINITY;
  const endless = hidden.filter(isEndless).length;
  const least = hidden.reduce((all, each) => all + each.least, 0);
  const most = hidden.reduce((all, each) => all + (isEndless(each) ? 0 : each.most), 0);
  return hidden.every((each) => {
    const ofOthers = isEndless(each) ? { endless: endless - 1, most } : { endless, most: most - each.most };
    const low = ofOthers.endless > 0 ? each.least : Math.max(each.least, sum - ofOthers.most);
    const high = Math.min(each.most, sum - (least - each.least));
    return high > low;
  });
}

/** Counts one below the other, of which their sum is known. */
export interface Column {
  values: readonly number[];
  said: readonly boolean[];
  /** What a reader knows of a row's count that is not said. */
  known(row: number): Known;
}

/**
 * Which rows are said still once the least of those that are have been kept back, one by one, until no hidden count
 * follows from the sum; undefined where keeping back all of them is not enough.
 */
export function keepBack({ values, said, known }: Column): boolean[] | undefined {
  const still = [...said];
  for (;;) {
    const hidden = still.flatMap((one, row) => (one ? [] : [row]));
    const sum = hidden.reduce((all, row) => all + (values[row] ?? 0), 0);
    if (isUnknown(hidden.map(known), sum)) return still;
    const [least] = still
      .flatMap((one, row) => (one ? [row] : []))
      .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    if (least === undefined) return undefined;
    still[least] = false;
  }
}

interface Cells {
  values: readonly number[];
  shown: readonly Shown[];
  total: Shown;
  /** What a reader knows of a row's count, shown as this. */
  known(shown: Shown, row: number): Known;
}

const withheld: Shown = { withheld: true };

/** Withholds what would tell a hidden count by subtraction from the total; where that is all of it, the total. */
function protect({ values, shown, total, known }: Cells): { cells: readonly Shown[]; total: Shown } {
  // Where the total is no number, nothing can be subtracted from it.
  if (!exact(total)) return { cells: shown, total };
  const said = shown.map(exact);
  const still = keepBack({
    values,
    said,
    known: (row) => known(said[row] ? withheld : (shown[row] as Shown), row),
  });
  if (!still) return { cells: shown, total: withheld };
  return { cells: shown.map((cell, row) => (said[row] && !still[row] ? withheld : cell)), total };
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
