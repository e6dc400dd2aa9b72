import { hideSmall, LEAST, type Shown } from '../figures/hide';

/** How many people of one community: whom it is for, and what of that came about. */
export interface Reached {
  audience: number;
  /** Their phone has it. */
  delivered: number;
  opened: number;
  acknowledged: number;
}

const columns = ['audience', 'delivered', 'opened', 'acknowledged'] as const;
type Column = (typeof columns)[number];
export type ShownCounts = Readonly<Record<Column, number | null>>;

/** Every two columns, the later as a part of the earlier: who has it and has not opened it is a count too. */
const pairs = columns.flatMap((whole, at) => columns.slice(at + 1).map((part) => ({ whole, part })));

const numberOf = (shown: Shown | undefined): number | null =>
  shown && 'count' in shown ? shown.count : null;

/**
 * As its author may read it: a count under five is not said, nor any from which one would follow by subtraction, along
 * a row or down a column. What one table keeps back is said by none: with less said, less can be worked out. Null where
 * nothing is said.
 */
export function countsShown(rows: readonly Reached[]): { rows: ShownCounts[]; total: ShownCounts } {
  const tables = pairs.map(({ whole, part }) => ({
    whole,
    part,
    shown: hideSmall(rows.map((row) => ({ whole: row[whole], part: row[part] }))),
  }));
  const said = (column: Column, at: number | 'total'): number | null => {
    const cells = tables
      .filter(({ whole, part }) => whole === column || part === column)
      .map(({ whole, shown }) => {
        const row = at === 'total' ? shown.total : shown.rows[at];
        return numberOf(whole === column ? row?.whole : row?.part);
      });
    return cells.some((cell) => cell === null) ? null : (cells[0] ?? null);
  };
  const countsOf = (at: number | 'total'): ShownCounts => ({
    audience: said('audience', at),
    delivered: said('delivered', at),
    opened: said('opened', at),
    acknowledged: said('acknowledged', at),
  });
  return { rows: rows.map((_, at) => countsOf(at)), total: countsOf('total') };
}

/** How many were told by WeChat, beside the total: few of them, or few that were not, are not said. */
export function nudgedShown(nudged: number, total: ShownCounts): number | null {
  const near = columns.some((column) => {
    const count = total[column];
    return count !== null && Math.abs(count - nudged) < LEAST;
  });
  return nudged < LEAST || near ? null : nudged;
}
