import { type CalendarDay, dayAt, startOf } from '../calendar-day';
import { nextWorkingMoment, type Office, workingDayAfter, workingTimeBetween } from '../working-time/reckon';

const hourMs = 3_600_000;
/** How long a visit is, ms: it begins on the hour. */
export const SLOT = hourMs;
/** Somebody has to get there: what begins sooner is not offered. */
export const LEAD = hourMs;
/** So many days of work are offered, today among them where there is something left of it. */
export const DAYS_AHEAD = 5;

/** A stretch of time, epoch ms; `until` is no longer part of it. */
export interface Slot {
  from: number;
  until: number;
}

export const overlaps = (one: Slot, other: Slot): boolean => one.from < other.until && other.from < one.until;

/** The hours of a day that lie wholly in working time, in order. */
function hoursOf(day: CalendarDay, office: Office): Slot[] {
  const start = startOf(day);
  return Array.from({ length: 24 }, (_, hour) => ({
    from: start + hour * hourMs,
    until: start + (hour + 1) * hourMs,
  })).filter(({ from, until }) => workingTimeBetween(from, until, office) === SLOT);
}

/**
 * When somebody can come: whole hours of working time on the next days, but for those that are taken and those that
 * begin too soon. Throws RangeError where nobody ever works.
 */
export function openSlots(now: number, taken: readonly Slot[], office: Office): Slot[] {
  const first = dayAt(nextWorkingMoment(now, office));
  return Array.from({ length: DAYS_AHEAD }, (_, days) => workingDayAfter(first, days, office.calendar))
    .flatMap((day) => hoursOf(day, office))
    .filter((slot) => slot.from >= now + LEAD && !taken.some((other) => overlaps(slot, other)));
}

export const sameSlot = (one: Slot, other: Slot): boolean =>
  one.from === other.from && one.until === other.until;
