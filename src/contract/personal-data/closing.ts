import type { WorkCalendar } from '../working-time/calendar';
import { endOfWorkingDay } from '../working-time/reckon';

/** A wish to leave is done or answered within so many working days. PIPL (个人信息保护法) art. 50, GB/T 35273-2020 8.5. */
export const CLOSING_WORKING_DAYS = 15;

/** The end of the fifteenth working day after the one it was asked on (epoch ms). */
export const answerBy = (askedAt: number, calendar: WorkCalendar): number =>
  endOfWorkingDay(askedAt, CLOSING_WORKING_DAYS, calendar);
