import { dayAt, isCalendarDay, startOf } from '@contract/calendar-day';
import { ageOn, isMinor, reaches } from '@contract/person/age';
import fc from 'fast-check';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a calendar day in China', () => {
  it.each([
    ['2026-11-24T15:59:59.999Z', '2026-11-24'],
    ['2026-11-24T16:00:00.000Z', '2026-11-25'],
    ['2027-12-31T16:00:00.000Z', '2028-01-01'],
    ['2028-02-28T20:00:00.000Z', '2028-02-29'],
  ])('%s is in %s', (moment, day) => expect(dayAt(Date.parse(moment))).toBe(day));

  it('begins where the one before ends', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayAt(startOf(day))).toBe(day);
        expect(dayAt(startOf(day) - 1) < day).toBe(true);
      }),
    );
  });

  it.each(['2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-01', 'today', ''])(
    'there is none called "%s"',
    (text) => expect(isCalendarDay(text)).toBe(false),
  );
});

describe('age', () => {
  it.each([
    ['2008-11-24', '2026-11-23', 17],
    ['2008-11-24', '2026-11-24', 18],
    ['2012-11-24', '2026-11-23', 13],
    ['2012-11-24', '2026-11-24', 14],
    ['2026-11-24', '2026-11-24', 0],
    // Born on 29 February: a year older on 1 March where there is no 29th, on the 29th where there is one.
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    // 2100 has none.
    ['2096-02-29', '2100-02-28', 3],
    ['2096-02-29', '2100-03-01', 4],
  ])('born on %s one is on %s %i years old', (bornOn, day, age) => expect(ageOn(bornOn, day)).toBe(age));

  it.each([
    ['2008-02-29', 18, '2026-03-01'],
    ['2008-02-29', 20, '2028-02-29'],
    ['2010-11-24', 18, '2028-11-24'],
  ])('born on %s one reaches %i on %s', (bornOn, years, day) => expect(reaches(years, bornOn)).toBe(day));

  it('is reached on a day that there is, not a day earlier, and never lost again', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 99 }), anyDay, (bornOn, years, later) => {
        const day = reaches(years, bornOn);
        expect(isCalendarDay(day)).toBe(true);
        expect(ageOn(bornOn, day)).toBe(years);
        expect(ageOn(bornOn, dayAt(startOf(day) - 1))).toBe(years - 1);
        expect(ageOn(bornOn, later) >= years).toBe(later >= day);
        expect(isMinor(bornOn, later)).toBe(later < reaches(18, bornOn));
      }),
    );
  });
});
