import { isHigher, riskLevels } from '@contract/risk-map/level';
import { riskMapOf } from '@contract/risk-map/map';
import { levelAt, type SetLevel, sinceAtLeast, timelineOf } from '@contract/risk-map/timeline';
import fc from 'fast-check';

const grid = '330108001001003';
const day = (at: number): number => Date.UTC(2026, 10, at);
const set = (node: string, level: SetLevel['level'], at: number): SetLevel => ({
  node,
  level,
  since: new Date(day(at)).toISOString(),
});
const anyLevels = fc.array(
  fc
    .tuple(fc.constantFrom('33', '330108', '330108001001', grid, '330109'), fc.constantFrom(...riskLevels))
    .map(([node, level]) => ({ node, level })),
  { maxLength: 12 },
);
const dated = (levels: readonly Pick<SetLevel, 'node' | 'level'>[]): SetLevel[] =>
  levels.map(({ node, level }, at) => set(node, level, at + 1));

describe('the level of a place', () => {
  it.each<[string, SetLevel[], SetLevel['level']]>([
    ['is low where nobody set one', [], 'low'],
    ['is that of the nearest place above', [set('33', 'guarded', 1), set('330108', 'high', 2)], 'high'],
    ['is its own where it has one', [set(grid, 'medium', 1), set('330108', 'highest', 2)], 'medium'],
    ['is not its neighbour’s', [set('330109', 'highest', 1)], 'low'],
    ['is the last one set', [set(grid, 'highest', 1), set(grid, 'guarded', 3)], 'guarded'],
    ['is not one to come', [set(grid, 'high', 20)], 'low'],
  ])('%s', (_, levels, level) => {
    expect(levelAt(timelineOf(grid, levels), day(10)).level).toBe(level);
  });

  it.each<[string, SetLevel[], number | undefined]>([
    ['from the day it was raised', [set(grid, 'guarded', 1), set(grid, 'high', 4)], 4],
    ['anew when it is set again', [set(grid, 'high', 2), set(grid, 'high', 6)], 6],
    ['not anew when it is lowered and still high', [set(grid, 'highest', 2), set(grid, 'high', 6)], 2],
    ['anew after a break', [set(grid, 'high', 2), set(grid, 'low', 3), set(grid, 'highest', 7)], 7],
    ['not at all while it is lower', [set(grid, 'high', 2), set(grid, 'medium', 6)], undefined],
    ['from the place above too', [set('330108', 'highest', 5)], 5],
  ])('has been high %s', (_, levels, since) => {
    const at = sinceAtLeast(timelineOf(grid, levels), 'high', day(10));
    expect(at).toBe(since === undefined ? undefined : day(since));
  });

  it('does not hang on the order in which levels are told', () => {
    fc.assert(
      fc.property(anyLevels, fc.integer({ min: 1, max: 14 }), (levels, at) => {
        const [there, back] = [riskMapOf(dated(levels)), riskMapOf(dated(levels).reverse())];
        for (const level of riskLevels)
          expect(back.sinceAtLeast(grid, level, day(at))).toBe(there.sinceAtLeast(grid, level, day(at)));
      }),
    );
  });

  it('counts nothing anew by being lowered, nowhere, ever', () => {
    fc.assert(
      fc.property(anyLevels, fc.constantFrom(...riskLevels), (levels, to) => {
        const before = riskMapOf(dated(levels));
        fc.pre(!isHigher(to, before.levelAt(grid, day(13))));
        fc.pre(to !== before.levelAt(grid, day(13)));
        const after = riskMapOf([...dated(levels), set(grid, to, 13)]);
        for (const level of riskLevels) {
          const since = after.sinceAtLeast(grid, level, day(14));
          if (since !== undefined) expect(since).toBe(before.sinceAtLeast(grid, level, day(14)));
        }
      }),
    );
  });
});
