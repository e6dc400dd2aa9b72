import fc from 'fast-check';
import { stateCouncilCalendar, type WorkCalendar } from '../../../src/contract/working-time/calendar';
import { readHours, usualHours } from '../../../src/contract/working-time/hours';
import {
  afterWorkingDays,
  afterWorkingTime,
  dueAfter,
  isProvisional,
  nextWorkingMoment,
  type Office,
  workingTimeBetween,
} from '../../../src/contract/working-time/reckon';

const office: Office = { calendar: stateCouncilCalendar, hours: usualHours };
/** "2026-10-09 16:30" in China. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const hour = 3_600_000;

describe('days worked, by the State Council’s notices', () => {
  // 国办发明电〔2024〕12 号 for 2025, 〔2025〕7 号 for 2026.
  test.each([
    ['2025-01-26', true, 'a Sunday made up for, before Spring Festival'],
    ['2025-01-28', false, 'New Year’s Eve'],
    ['2025-02-04', false, 'the last day of Spring Festival'],
    ['2025-02-08', true, 'a Saturday made up for'],
    ['2025-04-27', true, 'a Sunday made up for'],
    ['2025-05-05', false, 'Labour Day’s fifth'],
    ['2025-10-08', false, 'National Day and Mid-Autumn, the eighth day'],
    ['2025-10-11', true, 'a Saturday made up for'],
    ['2026-02-14', true, 'a Saturday made up for'],
    ['2026-02-17', false, 'Spring Festival'],
    ['2026-02-23', false, 'its last day'],
    ['2026-10-07', false, 'National Day’s last day'],
    ['2026-10-10', true, 'a Saturday made up for'],
    ['2026-10-11', false, 'a plain Sunday'],
  ])('%s: %s, %s', (day, worked) => {
    expect(stateCouncilCalendar.isWorkday(day)).toBe(worked);
  });

  test('a year without a notice is provisional', () => {
    expect([2024, 2025, 2026].map((year) => stateCouncilCalendar.isPublished(year))).toEqual([
      true,
      true,
      true,
    ]);
    expect(stateCouncilCalendar.isPublished(2031)).toBe(false);
    expect(isProvisional(at('2026-12-30 10:00'), at('2026-12-31 10:00'), office)).toBe(false);
    expect(isProvisional(at('2030-12-31 10:00'), at('2031-01-05 10:00'), office)).toBe(true);
  });
});

describe('limits in working time', () => {
  test.each([
    ['within a morning', '2026-11-24 09:00', { hours: 2 }, '2026-11-24 11:00'],
    ['over lunch', '2026-11-24 11:00', { hours: 2 }, '2026-11-24 14:30'],
    ['filed at lunch', '2026-11-24 12:40', { hours: 1 }, '2026-11-24 14:30'],
    ['over the evening', '2026-11-24 16:30', { hours: 5 }, '2026-11-25 14:00'],
    ['exactly a morning is over at its end', '2026-11-24 08:30', { hours: 3.5 }, '2026-11-24 12:00'],
    ['filed at night', '2026-11-24 23:00', { hours: 1 }, '2026-11-25 09:30'],
    ['over a weekend', '2026-11-27 17:00', { hours: 1 }, '2026-11-30 09:00'],
    ['a working day ends at the same time', '2026-11-24 16:20', { days: 1 }, '2026-11-25 16:20'],
    ['three, over a weekend', '2026-11-26 10:00', { days: 3 }, '2026-12-01 10:00'],
    ['filed on a Saturday: from Monday morning', '2026-11-28 10:00', { days: 1 }, '2026-12-01 08:30'],
    ['over National Day and a Saturday made up for', '2026-09-30 15:00', { days: 3 }, '2026-10-10 15:00'],
    ['hours over Spring Festival', '2026-02-14 17:00', { hours: 1 }, '2026-02-24 09:00'],
    ['thirteen, as for a complaint', '2026-11-02 09:15', { days: 13 }, '2026-11-19 09:15'],
  ])('%s', (_, from, limit, due) => {
    expect(new Date(dueAfter(at(from), limit, office)).toISOString()).toBe(new Date(at(due)).toISOString());
  });

  test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])(
    'are those of China whatever the process’s zone says: %s',
    (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        expect(dueAfter(at('2026-09-30 23:30'), { days: 1 }, office)).toBe(at('2026-10-09 08:30'));
        expect(stateCouncilCalendar.isWorkday('2026-10-10')).toBe(true);
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );

  const moment = fc.integer({ min: at('2024-01-02 00:00'), max: at('2026-11-30 00:00') });
  const span = fc.integer({ min: 0, max: 60 * hour });

  test('what was reckoned forward is measured back', () => {
    fc.assert(
      fc.property(moment, span, (from, ms) => {
        const due = afterWorkingTime(from, ms, office);
        expect(workingTimeBetween(from, due, office)).toBe(ms);
        expect(due).toBeGreaterThanOrEqual(from);
      }),
    );
  });

  test('time passes in one piece or in two', () => {
    fc.assert(
      fc.property(moment, span, span, (from, one, other) => {
        const through = afterWorkingTime(afterWorkingTime(from, one, office), other, office);
        expect(through).toBe(afterWorkingTime(from, one + other, office));
      }),
    );
  });

  test('later begun is no earlier over; more days are no fewer', () => {
    fc.assert(
      fc.property(moment, fc.nat(20 * 24 * hour), fc.integer({ min: 1, max: 15 }), (from, later, days) => {
        expect(afterWorkingDays(from + later, days, office)).toBeGreaterThanOrEqual(
          afterWorkingDays(from, days, office),
        );
        expect(afterWorkingDays(from, days + 1, office)).toBeGreaterThan(
          afterWorkingDays(from, days, office),
        );
      }),
    );
  });

  test('work begins again at a moment that is worked', () => {
    fc.assert(
      fc.property(moment, (from) => {
        const begun = nextWorkingMoment(from, office);
        expect(workingTimeBetween(begun, begun + 1, office)).toBe(1);
        expect(workingTimeBetween(from, begun, office)).toBe(0);
      }),
    );
  });

  test('an office that never works is told, not waited for', () => {
    const never: WorkCalendar = { isWorkday: () => false, isPublished: () => true };
    expect(() => dueAfter(at('2026-11-24 09:00'), { hours: 1 }, { ...office, calendar: never })).toThrow(
      RangeError,
    );
    expect(() => afterWorkingDays(at('2026-11-24 09:00'), 1, { ...office, calendar: never })).toThrow(
      RangeError,
    );
  });
});

test.each([
  ['08:30-12:00,13:30-17:30', usualHours],
  ['00:00-24:00', [{ from: 0, until: 1440 }]],
  ['9:00-12:00', undefined],
  ['12:00-08:30', undefined],
  ['08:30-12:00,11:00-17:30', undefined],
  ['08:30-24:30', undefined],
  ['', undefined],
])('hours of a setting: %s', (text, hours) => {
  expect(readHours(text)).toEqual(hours);
});
