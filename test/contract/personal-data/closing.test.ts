import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { dayAt, startOf } from '../../../src/contract/calendar-day';
import { answerBy as by, CLOSING_WORKING_DAYS } from '../../../src/contract/personal-data/closing';
import { stateCouncilCalendar } from '../../../src/contract/working-time/calendar';

const dayMs = 86_400_000;
const answerBy = (askedAt: number): number => by(askedAt, stateCouncilCalendar);

describe('the limit of a wish to leave', () => {
  it.each([
    ['2026-11-25', '2026-12-16', 'an ordinary Wednesday: three weeks'],
    ['2026-11-28', '2026-12-18', 'a Saturday: counted from Monday'],
    ['2026-09-30', '2026-10-27', 'before the National Day week, with a Saturday made up for'],
    ['2026-02-13', '2026-03-12', 'before Spring Festival, with two weekend days made up for'],
  ])('asked on %s it is the end of %s: %s', (asked, last) => {
    expect(dayAt(answerBy(startOf(asked) + 15 * 3_600_000) - 1)).toBe(last);
  });

  it('leaves fifteen whole working days after the day it was asked on, whatever the hour', () => {
    const moments = fc.integer({ min: startOf('2026-01-01'), max: startOf('2026-12-01') });
    fc.assert(
      fc.property(moments, (asked) => {
        let working = 0;
        for (let day = startOf(dayAt(asked)) + dayMs; day < answerBy(asked); day += dayMs)
          if (isWorkday(dayAt(day))) working += 1;
        expect(working).toBe(CLOSING_WORKING_DAYS);
        expect(isWorkday(dayAt(answerBy(asked) - 1))).toBe(true);
      }),
    );
  });
});
