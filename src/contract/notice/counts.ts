import { hideSmall, type Shown } from '../figures/hide';

/** How many people of one community: whom it is for, and what of that came about. */
export interface Reached {
  audience: number;
  /** Their phone has it. */
  delivered: number;
  opened: number;
  acknowledged: number;
}

export const measures = ['delivered', 'opened', 'acknowledged'] as const;
export type ShownCounts = Readonly<Record<keyof Reached, number | null>>;

const numberOf = (shown: Shown | undefined): number | null =>
  shown && 'count' in shown ? shown.count : null;

/**
 * As its author may read it: a count under five is not said, nor any from which one would follow by subtraction. Null
 * where nothing is said.
 */
export function countsShown(rows: readonly Reached[]): { rows: ShownCounts[]; total: ShownCounts } {
  const tables = measures.map((measure) => ({
    measure,
    ...hideSmall(rows.map((row) => ({ whole: row.audience, part: row[measure] }))),
  }));
  const countsOf = (at: number | 'total'): ShownCounts => {
    const shown = tables.map((table) => (at === 'total' ? table.total : table.rows[at]));
    const [delivered, opened, acknowledged] = shown.map((each) => numberOf(each?.part));
    return {
      audience: numberOf(shown[0]?.whole),
      delivered: delivered ?? null,
      opened: opened ?? null,
      acknowledged: acknowledged ?? null,
    };
  };
  return { rows: rows.map((_, at) => countsOf(at)), total: countsOf('total') };
}
