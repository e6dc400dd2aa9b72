import fc from 'fast-check';
import { hideSmall, LEAST, type Row, type Shown, type ShownRow } from '../../../src/contract/figures/hide';

/** What a cell may be for somebody who reads the table; `whole` is what it is a part of, where that is shown. */
function fits(shown: Shown, value: number, whole = Number.POSITIVE_INFINITY): boolean {
  if ('count' in shown) return value === shown.count;
  if ('fewer' in shown) return value < LEAST;
  return 'allButFewer' in shown ? value <= whole && whole - value < LEAST : value <= whole;
}

const row = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 }))
  .map(([a, b]): Row => ({ whole: Math.max(a, b), part: Math.min(a, b) }));

/** Every column that a reader could take it for, with counts up to a most. */
function possible(rows: readonly ShownRow[], total: Shown, side: 'whole' | 'part', most: number): number[][] {
  let found: number[][] = [[]];
  for (const shown of rows) {
    const cell = shown[side];
    const whole = side === 'part' && 'count' in shown.whole ? shown.whole.count : undefined;
    const values = Array.from({ length: most + 1 }, (_, value) => value).filter((value) =>
      fits(cell, value, whole),
    );
    found = found.flatMap((sofar) => values.map((value) => [...sofar, value]));
  }
  return found.filter((column) => {
    const sum = column.reduce((a, b) => a + b, 0);
    return !('count' in total) || sum === total.count;
  });
}

describe('a public table', () => {
  it('shows no count under five, and none of the rest of a whole', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { rows: shown, total } = hideSmall(rows);
        for (const { whole, part } of [...shown, total]) {
          for (const cell of [whole, part])
            if ('count' in cell) expect(cell.count).toBeGreaterThanOrEqual(LEAST);
          if ('count' in whole && 'count' in part)
            expect(whole.count - part.count).toBeGreaterThanOrEqual(LEAST);
        }
      }),
    );
  });

  it('says nothing that is not so', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { rows: shown } = hideSmall(rows);
        rows.forEach(({ whole, part }, at) => {
          const { whole: ofWhole, part: ofPart } = shown[at] as (typeof shown)[number];
          expect(fits(ofWhole, whole)).toBe(true);
          if (!('withheld' in ofWhole)) expect(fits(ofPart, part, whole)).toBe(true);
        });
      }),
    );
  });

  it('tells no hidden count by subtraction from a total: each could be another', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const { rows: shown, total } = hideSmall(rows);
        for (const side of ['whole', 'part'] as const) {
          const tables = possible(shown, total[side], side, 20);
          shown.forEach((each, at) => {
            if ('count' in each[side]) return;
            expect(new Set(tables.map((table) => table[at])).size).toBeGreaterThan(1);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, Row[], unknown]>([
    [
      'large enough',
      [
        { whole: 20, part: 12 },
        { whole: 30, part: 20 },
      ],
      [
        [{ count: 20 }, { count: 12 }],
        [{ count: 30 }, { count: 20 }],
        [{ count: 50 }, { count: 32 }],
      ],
    ],
    [
      'all but few in time, which is said so',
      [{ whole: 20, part: 19 }],
      [
        [{ count: 20 }, { allButFewer: true }],
        [{ count: 20 }, { allButFewer: true }],
      ],
    ],
    [
      'one small row: the next smallest is withheld, or the total would tell it',
      [
        { whole: 3, part: 3 },
        { whole: 12, part: 6 },
        { whole: 30, part: 20 },
      ],
      [
        [{ fewer: true }, { fewer: true }],
        [{ withheld: true }, { withheld: true }],
        [{ count: 30 }, { count: 20 }],
        [{ count: 45 }, { count: 29 }],
      ],
    ],
    ['nothing at all', [], [[{ fewer: true }, { fewer: true }]]],
  ])('%s', (_, rows, expected) => {
    const { rows: shown, total } = hideSmall(rows);
    expect([...shown, total].map(({ whole, part }) => [whole, part])).toEqual(expected);
  });
});
