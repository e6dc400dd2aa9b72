import fc from 'fast-check';
import { dayAt, startOf } from '../../../src/contract/calendar-day';
import { stateCouncilCalendar } from '../../../src/contract/working-time/calendar';
import {
  faultsOfYear,
  type PublishedYear,
  withYears,
} from '../../../src/contract/working-time/published-year';
import { year2026 } from '../../support/published-years';

const dayMs = 86_400_000;
const daysOf = (year: number) =>
  fc.integer({ min: 0, max: 364 }).map((nth) => dayAt(startOf(`${year}-01-01`) + nth * dayMs));

describe('a published year', () => {
  it('brought by file says the same as the one this software knows', () => {
    const blank = { isWorkday: () => false, isPublished: () => false };
    const calendar = withYears(blank, [year2026]);
    fc.assert(
      fc.property(daysOf(2026), (day) => {
        expect([day, calendar.isWorkday(day)]).toEqual([day, stateCouncilCalendar.isWorkday(day)]);
      }),
      { numRuns: 400 },
    );
    expect([2025, 2026].map(calendar.isPublished)).toEqual([false, true]);
  });

  it('leaves other years as they were, but for its own days at the turn of the year', () => {
    const year: PublishedYear = {
      ...year2026,
      days: [...year2026.days, { name: '元旦', date: '2025-12-27', isOffDay: false }],
    };
    const calendar = withYears(stateCouncilCalendar, [year]);
    expect(calendar.isWorkday('2025-12-27')).toBe(true);
    fc.assert(
      fc.property(daysOf(2025), (day) => {
        fc.pre(day !== '2025-12-27');
        expect(calendar.isWorkday(day)).toBe(stateCouncilCalendar.isWorkday(day));
      }),
    );
  });

  it('whole has no faults', () => expect(faultsOfYear(year2026)).toEqual([]));

  const [first, ...others] = year2026.days;
  it.each([
    ['no object', [], ['the file is no object with year, papers and days']],
    ['no year', { ...year2026, year: '2026' }, ['year: a number such as 2027']],
    ['no notice', { ...year2026, papers: [] }, ['papers: the notices, at least one']],
    ['no days', { ...year2026, days: undefined }, ['days: a list of {name, date, isOffDay}']],
    [
      'a holiday by law left out',
      { ...year2026, days: others },
      ['days: 2026-01-01 are holidays by law and must be off'],
    ],
    [
      'a day twice',
      { ...year2026, days: [...year2026.days, first] },
      [`days/${year2026.days.length}: 2026-01-01 stands twice`],
    ],
    [
      'a day that is none',
      { ...year2026, days: [...year2026.days, { name: '春节', date: '2026-02-30', isOffDay: true }] },
      [`days/${year2026.days.length}: 2026-02-30 is no day`],
    ],
    [
      'a day of another year',
      { ...year2026, days: [...year2026.days, { name: '春节', date: '2028-02-01', isOffDay: true }] },
      [`days/${year2026.days.length}: 2028-02-01 is not of 2026`],
    ],
    [
      'a Wednesday worked',
      { ...year2026, days: [...year2026.days, { name: '春节', date: '2026-03-04', isOffDay: false }] },
      [`days/${year2026.days.length}: 2026-03-04 is no weekend day: it is worked anyway`],
    ],
    [
      'a day half said',
      { ...year2026, days: [...year2026.days, { date: '2026-03-04' }] },
      [`days/${year2026.days.length}: takes name, date and isOffDay`],
    ],
  ])('with %s is told what is wrong', (_, file, faults) => expect(faultsOfYear(file)).toEqual(faults));
});
