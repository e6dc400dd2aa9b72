import fc from 'fast-check';
import { dayAt, startOf } from '../../../src/contract/calendar-day';
import { figuresFor, lastWeeks, notRemit, satisfaction, weekOf } from '../../../src/contract/figures/figures';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);

describe('figures', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 'a Monday'],
    ['2026-11-29', '2026-11-23', 'a Sunday'],
    ['2027-01-01', '2026-12-28', 'over the turn of the year'],
  ])('%s is in the week of %s: %s', (day, monday) => expect(weekOf(day)).toBe(monday));

  it('are of whole weeks in China’s time, the last of them over', () => {
    expect(lastWeeks(2, at('2026-11-30T00:00'))).toEqual({
      from: '2026-11-16',
      until: '2026-11-30',
      weeks: ['2026-11-16', '2026-11-23'],
    });
    expect(lastWeeks(1, at('2026-11-29T23:59')).weeks).toEqual(['2026-11-16']);
    const moments = fc.integer({ min: startOf('2020-01-01'), max: startOf('2030-01-01') });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 52 }), (now, count) => {
        const { from, until, weeks } = lastWeeks(count, now);
        expect(weeks).toHaveLength(count);
        expect(weeks.every((week) => weekOf(week) === week)).toBe(true);
        expect(from).toBe(weeks[0]);
        expect(startOf(until)).toBeLessThanOrEqual(now);
        expect(dayAt(startOf(until) + 7 * 86_400_000) > dayAt(now)).toBe(true);
      }),
    );
  });

  it.each([
    ['330106990001', 'yes', 'their own community'],
    ['330106', 'not-theirs', 'above it'],
    ['330106990002', 'not-theirs', 'another one'],
    ['330106990001001', 'below-the-community', 'a grid: that would be a figure about one worker'],
    ['330106990001001001', 'below-the-community', 'a building'],
  ])('of %s an officer of a community reads: %s (%s)', (node, expected) => {
    expect(figuresFor(node, [{ role: 'officer', node: '330106990001' }])).toBe(expected);
    expect(figuresFor(node, [{ role: 'worker', node: '330106' }])).not.toBe('yes');
  });

  it('have shares only of something', () => {
    expect(satisfaction({ rated: { satisfied: 0, fair: 0, unsatisfied: 0 } })).toBeNull();
    expect(satisfaction({ rated: { satisfied: 3, fair: 1, unsatisfied: 0 } })).toBe(0.75);
    expect(notRemit({ filed: 0, referred: 0 })).toBeNull();
    expect(notRemit({ filed: 8, referred: 2 })).toBe(0.25);
  });
});
