import fc from 'fast-check';
import { countsBelow, countsOf, nudgedShown, type Reached } from '../../../src/contract/notice/counts';
import { reached, sumOf } from './reached';
import { says, spans, truly, workedOut } from './working-out';

const least = 5;
const table = fc.array(reached, { minLength: 1, maxLength: 6 });
/** Of a whole that is made up of these. */
const shownOf = (rows: readonly Reached[]) => {
  const total = countsOf(sumOf(rows));
  return { rows: countsBelow(rows, total), total };
};
const large: Reached = { audience: 900, delivered: 700, opened: 420, acknowledged: 260 };
const nothing = { audience: null, delivered: null, opened: null, acknowledged: null };

describe('what an author is told of how many', () => {
  it('is true or is not said, and never under five; nor are fewer than that left between two of a row', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { rows: shown, total } = shownOf(rows);
        expect([0, rows.length]).toContain(shown.length);
        [...shown, total].forEach((row, at) => {
          const truth = row === total ? sumOf(rows) : (rows[at] as Reached);
          for (const [column, count] of Object.entries(row))
            if (count !== null) expect(count).toBe(truth[column as keyof Reached]);
          for (const span of spans)
            if (says(row, span)) expect(truly(truth, span)).toBeGreaterThanOrEqual(least);
        });
      }),
    );
  });

  it('tells nothing that is hidden by subtraction, along a row or down a column: each could be another', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { rows: shown, total } = shownOf(rows);
        const named = shown.map((counts, at) => ({ node: String(at), counts }));
        const range = workedOut([{ node: 'all', total, rows: named }]);
        for (const { node, counts } of [...named, { node: 'all', counts: total }])
          for (const span of spans) {
            if (says(counts, span)) continue;
            const [low, high] = range(node, span);
            expect({ node, span, open: high > low }).toEqual({ node, span, open: true });
          }
      }),
      { numRuns: 300 },
    );
  });

  it('says most of a large place', () => {
    expect(countsOf(large)).toEqual(large);
    expect(countsOf({ audience: 4, delivered: 3, opened: 3, acknowledged: 0 })).toEqual(nothing);
    const third = { audience: 300, delivered: 240, opened: 150, acknowledged: 90 };
    const rows = [large, third, third];
    expect(shownOf(rows).rows).toEqual(rows);
  });

  it('hides what almost everybody has, and says the rest', () => {
    const counts = { audience: 300, delivered: 298, opened: 150, acknowledged: 149 };
    expect(countsOf(counts)).toEqual({ ...counts, delivered: null, acknowledged: null });
  });

  it('keeps the least back beside a small one, and names no places where each would follow from the sum', () => {
    const few = { audience: 3, delivered: 3, opened: 3, acknowledged: 0 };
    const some = { audience: 40, delivered: 30, opened: 20, acknowledged: 10 };
    expect(shownOf([few, some, large]).rows).toEqual([nothing, nothing, large]);
    const one = { audience: 1, delivered: 1, opened: 1, acknowledged: 1 };
    expect(shownOf([one, one, one, one, one]).rows).toEqual([]);
  });

  it('says nothing below of what is not said above', () => {
    const rows = [large, large];
    expect(countsBelow(rows, { ...countsOf(sumOf(rows)), opened: null })).toEqual(
      rows.map((row) => ({ ...row, opened: null })),
    );
    expect(countsBelow(rows, nothing)).toEqual([]);
  });

  it.each([
    [4, null],
    [5, 5],
    [257, null],
    [300, 300],
    [697, null],
    [703, null],
  ])('%s told by WeChat', (nudged, said) => expect(nudgedShown(nudged, large)).toBe(said));
});
