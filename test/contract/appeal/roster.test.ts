import fc from 'fast-check';
import { onDutyAt, weekdayOf, type Shift } from '../../../src/contract/appeal/roster';
import { startOf } from '../../../src/contract/calendar-day';

const node = '330106990001';
/** At a wall clock time in China. */
const at = (day: string, clock: string): number =>
  startOf(day) + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000;
const weekly = (personId: string, weekday: number, from: string, until: string): Shift => ({
  node,
  personId,
  on: { weekday },
  from,
  until,
});
const dated = (personId: string, day: string, from: string, until: string): Shift => ({
  node,
  personId,
  on: { day },
  from,
  until,
});

describe('who is on duty', () => {
  // 2026-11-24 is a Tuesday.
  it('counts weekdays from Monday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-24'), weekdayOf('2026-11-29')]).toEqual([1, 2, 7]);
  });

  const roster = [
    weekly('沈', 2, '08:00', '20:00'),
    weekly('陆', 2, '20:00', '08:00'),
    dated('何', '2026-11-26', '00:00', '00:00'),
    weekly('沈', 4, '08:00', '20:00'),
  ];
  it.each([
    ['in a shift', '2026-11-24', '08:00', ['沈']],
    ['at its very end', '2026-11-24', '20:00', ['陆']],
    ['past midnight', '2026-11-25', '07:59', ['陆']],
    ['when it is over', '2026-11-25', '08:00', []],
    ['before it', '2026-11-24', '07:59', []],
    ['on a day of its own, all day', '2026-11-26', '23:59', ['何']],
    ['and not those of the week', '2026-11-26', '12:00', ['何']],
    ['the day after', '2026-11-27', '00:00', []],
  ])('%s', (_, day, clock, expected) => {
    expect([...onDutyAt(roster, node, at(day, clock))]).toEqual(expected);
  });

  it('is nobody of another node', () => {
    expect(onDutyAt(roster, '330106990002', at('2026-11-24', '12:00')).size).toBe(0);
  });

  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  it('leaves no minute open where one shift begins as the other ends', () => {
    fc.assert(
      fc.property(clock, clock, fc.integer({ min: 0, max: 14 * 1440 - 1 }), (first, second, minute) => {
        fc.pre(first !== second);
        const days = [1, 2, 3, 4, 5, 6, 7];
        const handover = days.flatMap((day) => [
          weekly('a', day, first, second),
          weekly('b', day, second, first),
        ]);
        const moment = at('2026-11-23', '00:00') + minute * 60_000;
        expect(onDutyAt(handover, node, moment).size).toBe(1);
      }),
    );
  });
});
