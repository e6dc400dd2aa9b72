import { isWorkday } from 'chinese-days';
import { dayAt, startOf } from './calendar-day';

const dayMs = 86_400_000;

/**
 * The end of the n-th working day after the day of a moment (epoch ms). Holidays are left out and weekend days made
 * up for counted, by the State Council's calendar.
 */
export function endOfWorkingDay(from: number, days: number): number {
  let day = startOf(dayAt(from));
  for (let left = days; left > 0;) {
    day += dayMs;
    if (isWorkday(dayAt(day))) left -= 1;
  }
  return day + dayMs;
}
