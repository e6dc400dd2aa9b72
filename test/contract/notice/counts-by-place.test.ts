import fc from 'fast-check';
import { countsTable } from '../../../src/contract/notice/counts-by-place';
import type { Reached } from '../../../src/contract/notice/counts';
import { reached, sumOf } from './reached';
import { says, spans, type Table, truly, workedOut } from './working-out';

/** A province of two cities, down to three communities in each township; and somewhere else. */
const communities = ['01', '02'].flatMap((city) =>
  ['01', '02'].flatMap((county) =>
    ['001', '002'].flatMap((township) =>
      ['001', '002', '003'].map((last) => `33${city}${county}${township}${last}`),
    ),
  ),
);
const elsewhere = ['', '440000001001'];
const country = fc
  .uniqueArray(
    fc.tuple(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...communities) }, fc.constantFrom(...elsewhere)), reached), // prettier-ignore
    { selector: ([community]) => community, maxLength: 16 },
  )
  .map((each) => new Map(each));
const from = fc.constantFrom('33', '33', '3301', '330101', '330101001', '330101001001');

/** All tables that can be opened from the first on. */
function tablesOf(all: ReadonlyMap<string, Reached>, here: string): Table[] {
  const outside = [...all.keys()].some((community) => !community.startsWith(here));
  const opened = (node: string): Table[] => {
    const table = countsTable(all, here, node === '' ? undefined : node);
    if (!table) throw new Error(`${node} is not there`);
    const mine = { node, ...table, ...(node === '' && outside ? { beside: 'elsewhere' } : {}) };
    return [mine, ...table.rows.flatMap((row) => (row.hasBelow ? opened(row.node) : []))];
  };
  return opened('');
}
const truthOf = (all: ReadonlyMap<string, Reached>, node: string): Reached =>
  sumOf([...all].flatMap(([community, counts]) => (community.startsWith(node) ? [counts] : [])));

describe('how many a notice reached, level by level', () => {
  it('is true or is not said, in every table', () => {
    let below = 0;
    fc.assert(
      fc.property(country, from, (all, here) => {
        const tables = tablesOf(all, here);
        below += tables.length - 1;
        for (const { node, total, rows } of tables)
          for (const { node: at, counts } of [{ node, counts: total }, ...rows]) {
            const truth = truthOf(all, at);
            for (const [column, count] of Object.entries(counts))
              if (count !== null) expect([at, count]).toEqual([at, truth[column as keyof Reached]]);
            for (const span of spans)
              if (says(counts, span)) expect(truly(truth, span)).toBeGreaterThanOrEqual(5);
          }
      }),
      { numRuns: 100 },
    );
    // There are tables below the first.
    expect(below).toBeGreaterThan(10);
  });

  it('tells nothing hidden by any reckoning over all the tables there are', () => {
    fc.assert(
      fc.property(country, from, (all, here) => {
        const tables = tablesOf(all, here);
        const range = workedOut(tables);
        for (const { node, total, rows } of tables)
          for (const { node: at, counts } of [{ node, counts: total }, ...rows])
            for (const span of spans) {
              if (says(counts, span)) continue;
              const [low, high] = range(at, span);
              expect({ at, span, open: high > low }).toEqual({ at, span, open: true });
            }
        const outside = sumOf([...all].flatMap(([community, counts]) => community.startsWith(here) ? [] : [counts])); // prettier-ignore
        for (const span of spans) {
          const [low, high] = range('elsewhere', span);
          if (truly(outside, span) < 5) expect([span, high > low]).toEqual([span, true]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says of places what adds up to the place above, each opened from there alone', () => {
    fc.assert(
      fc.property(country, (all) => {
        const tables = tablesOf(all, '33');
        const named = new Set(tables.map(({ node }) => node));
        for (const code of communities.flatMap((community) =>
          [2, 4, 6, 9, 12].map((to) => community.slice(0, to)),
        ))
          // prettier-ignore
          expect([code, countsTable(all, '33', code) !== undefined]).toEqual([code, named.has(code)]);
        for (const { rows } of tables)
          expect(new Set(rows.map(({ node }) => node.length)).size).toBeLessThan(2);
        for (const { node, total } of tables.slice(1)) {
          const above = tables.flatMap(({ rows }) => rows).find((row) => row.node === node);
          expect(total).toEqual(above?.counts);
          expect(total.audience).not.toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  const many = (audience: number): Reached => ({
    audience,
    delivered: audience - 10,
    opened: audience - 20,
    acknowledged: audience - 30,
  });
  const nodes = (table: ReturnType<typeof countsTable>) =>
    table?.rows.map(({ node, hasBelow }) => `${node}${hasBelow ? ' +' : ''}`);

  it('goes down from where there is more than one place: a community’s author sees no levels', () => {
    const one = new Map([['330101001001', many(80)]]);
    expect(countsTable(one, '330101001001')).toEqual({ total: many(80), rows: [] });
    const two = new Map([...one, ['330101001002', many(90)]]);
    expect(nodes(countsTable(two, '33'))).toEqual(['330101001001', '330101001002']);
    const more = new Map([...two, ['330102001001', many(70)]]);
    expect(nodes(countsTable(more, '33'))).toEqual(['330101 +', '330102']);
    expect(nodes(countsTable(more, '33', '330101'))).toEqual(['330101001001', '330101001002']);
    expect(countsTable(more, '33', '330102')).toBeUndefined();
    expect(countsTable(more, '33', '330101001')).toBeUndefined();
  });

  it('has who lives elsewhere or has no home in the whole alone', () => {
    const all = new Map([
      ['330101001001', many(80)],
      ['330101001002', many(90)],
      ['440000001001', many(60)],
      ['', many(50)],
    ]);
    const table = countsTable(all, '330101');
    expect(table?.total.audience).toBe(280);
    expect(nodes(table)).toEqual(['330101001001', '330101001002']);
  });

  it('opens a city without counties at its townships', () => {
    const all = new Map([
      ['440101001001', many(70)],
      ['441900003001', many(80)],
      ['441900004001', many(90)],
    ]);
    expect(nodes(countsTable(all, '44'))).toEqual(['4401', '4419 +']);
    expect(nodes(countsTable(all, '44', '4419'))).toEqual(['441900003', '441900004']);
  });
});
