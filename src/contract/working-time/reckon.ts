import { type CalendarDay, dayAt, startOf } from '../calendar-day';
import type { WorkCalendar } from './calendar';
import type { Stretch } from './hours';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** No calendar has so many days in a row without work: one that does is broken. */
const longestRest = 400;

/** When an office works. Moments are epoch ms; the zone of the process plays no part. */
export interface Office {
  calendar: WorkCalendar;
  hours: readonly Stretch[];
}

/** A limit in working time: hours or days, one of them. */
export type WorkingLimit = { hours: number } | { days: number };

const nextDay = (day: CalendarDay): CalendarDay => dayAt(startOf(day) + dayMs);

/** The stretches of a day as moments; none where it is not worked. */
function stretchesOf(day: CalendarDay, { calendar, hours }: Office): { from: number; until: number }[] {
  if (!calendar.isWorkday(day)) return [];
  const start = startOf(day);
  return hours.map(({ from, until }) => ({ from: start + from * minuteMs, until: start + until * minuteMs }));
}

/** What is left of working time from a moment on, stretch by stretch, without end. Throws RangeError where nobody ever works. */
function* workingTime(from: number, office: Office): Generator<{ from: number; until: number }, never> {
  let rest = 0;
  for (let day = dayAt(from); ; day = nextDay(day)) {
    const stretches = stretchesOf(day, office);
    rest = stretches.length > 0 ? 0 : rest + 1;
    if (rest > longestRest) throw new RangeError('a calendar without working days');
    for (const stretch of stretches)
      if (stretch.until > from) yield { from: Math.max(from, stretch.from), until: stretch.until };
  }
}

/** The moment itself within working time, else when work begins again. */
export const nextWorkingMoment = (at: number, office: Office): number =>
  workingTime(at, office).next().value.from;

/** The moment at which so much working time (ms) has passed. */
export function afterWorkingTime(from: number, ms: number, office: Office): number {
  let left = ms;
  for (const stretch of workingTime(from, office)) {
    const length = stretch.until - stretch.from;
    if (left <= length) return stretch.from + left;
    left -= length;
  }
  throw new RangeError('unreachable: working time has no end');
}

/** Working time (ms) between two moments; 0 where the second is not later. */
export function workingTimeBetween(from: number, until: number, office: Office): number {
  let sum = 0;
  for (const stretch of workingTime(from, office)) {
    if (stretch.from >= until) break;
    sum += Math.min(stretch.until, until) - stretch.from;
  }
  return sum;
}

/** The n-th working day after a day; the day itself for 0. Throws RangeError where nobody ever works. */
export function workingDayAfter(day: CalendarDay, days: number, calendar: WorkCalendar): CalendarDay {
  let reached = day;
  for (let left = days, rest = 0; left > 0; rest += 1) {
    if (rest > longestRest) throw new RangeError('a calendar without working days');
    reached = nextDay(reached);
    if (!calendar.isWorkday(reached)) continue;
    left -= 1;
    rest = 0;
  }
  return reached;
}

/**
 * So many working days later, at the same time of day. What comes outside working time counts from when work begins
 * again.
 */
export function afterWorkingDays(from: number, days: number, office: Office): number {
  const begun = nextWorkingMoment(from, office);
  const day = dayAt(begun);
  return startOf(workingDayAfter(day, days, office.calendar)) + (begun - startOf(day));
}

/** The end of the n-th working day after the day of a moment, whatever its hour. */
export const endOfWorkingDay = (from: number, days: number, calendar: WorkCalendar): number =>
  startOf(workingDayAfter(dayAt(from), days, calendar)) + dayMs;

/** When a limit that began at a moment is over. */
export const dueAfter = (from: number, limit: WorkingLimit, office: Office): number =>
  'hours' in limit
    ? afterWorkingTime(from, limit.hours * 60 * minuteMs, office)
    : afterWorkingDays(from, limit.days, office);

/** Whether a year between two moments has no published calendar yet: what was reckoned over it may still move. */
export function isProvisional(from: number, until: number, { calendar }: Office): boolean {
  const [first, last] = [from, until].map((moment) => Number(dayAt(moment).slice(0, 4))) as [number, number];
  for (let year = first; year <= last; year += 1) if (!calendar.isPublished(year)) return true;
  return false;
}
