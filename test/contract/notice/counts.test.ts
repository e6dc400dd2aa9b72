import fc from 'fast-check';
import { countsShown, nudgedShown, type Reached } from '../../../src/contract/notice/counts';

const columns = ['audience', 'delivered', 'opened', 'acknowledged'] as const;
const least = 5;

/** Each a part of the one before, as it is but for who acknowledges for family. */
const reached: fc.Arbitrary<Reached> = fc
  .tuple(fc.nat(60), fc.nat(20), fc.nat(20), fc.nat(20))
  .map(([audience, a, b, c]) => {
    const delivered = Math.max(0, audience - a);
    const opened = Math.max(0, delivered - b);
    return { audience, delivered, opened, acknowledged: Math.max(0, opened - c) };
  });
const table = fc.array(reached, { minLength: 1, maxLength: 6 });
const sum = (rows: readonly Reached[], column: (typeof columns)[number]): number =>
  rows.reduce((all, row) => all + row[column], 0);

describe('what an author is told of how many', () => {
  it('is true or is not said, and never under five', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const shown = countsShown(rows);
        expect(shown.rows).toHaveLength(rows.length);
        for (const column of columns) {
          const said = [...shown.rows.map((row) => row[column]), shown.total[column]];
          const truth = [...rows.map((row) => row[column]), sum(rows, column)];
          said.forEach((count, at) => {
            if (count === null) return;
            expect(count).toBe(truth[at]);
            expect(count).toBeGreaterThanOrEqual(least);
          });
        }
      }),
    );
  });

  it('tells no few by subtraction along a row: who has it and has not opened it', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { rows: shown, total } = countsShown(rows);
        for (const row of [...shown, total]) {
          const said = columns.flatMap((column) => row[column] ?? []);
          for (const [at, one] of said.entries())
            for (const other of said.slice(at + 1)) expect(one - other).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  it('tells no few by subtraction down a column: one row alone is never what is left of a total', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { rows: shown, total } = countsShown(rows);
        for (const column of columns) {
          if (total[column] === null) continue;
          const hidden = shown.filter((row) => row[column] === null);
          expect(hidden).not.toHaveLength(1);
        }
      }),
    );
  });

  it('says most of a large place', () => {
    const large = { audience: 900, delivered: 700, opened: 420, acknowledged: 260 };
    const small = { audience: 4, delivered: 3, opened: 3, acknowledged: 0 };
    expect(countsShown([large])).toEqual({ rows: [large], total: large });
    const nothing = { audience: null, delivered: null, opened: null, acknowledged: null };
    expect(countsShown([small])).toEqual({ rows: [nothing], total: nothing });
    expect(countsShown([])).toEqual({ rows: [], total: nothing });
  });

  it.each([
    [4, null],
    [5, 5],
    [257, null],
    [300, 300],
    [697, null],
    [703, null],
  ])('%s told by WeChat', (nudged, said) =>
    expect(nudgedShown(nudged, { audience: 900, delivered: 700, opened: 420, acknowledged: 260 })).toBe(said),
  );
});
