import { isHoliday, isWorkday } from 'chinese-days';
import type { CalendarDay } from '../calendar-day';

/** Which days are worked; days are China's. */
export interface WorkCalendar {
  isWorkday(day: CalendarDay): boolean;
  /** Whether the State Council has said which days of a year are holidays; until then its days are provisional. */
  isPublished(year: number): boolean;
}

/** Holidays and weekend days made up for, by the State Council's yearly notices; a year without one has its weekends alone. */
export const stateCouncilCalendar: WorkCalendar = {
  isWorkday: (day) => isWorkday(day),
  // Of National Day's three at least one is no weekend day: without a notice it would be worked.
  isPublished: (year) => ['01', '02', '03'].every((day) => isHoliday(`${year}-10-${day}`)),
};
