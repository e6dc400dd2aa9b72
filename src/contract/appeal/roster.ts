import { type CalendarDay, dayAt, startOf } from '../calendar-day';

/**
 * Who is on duty 值班 for a node, by the wall clock of China: every week, or on one day. What is written for a day
 * takes the place of the week's shifts of that day: a holiday has its own roster.
 */
export interface Shift {
  node: string;
  personId: string;
  on: { weekday: number } | { day: CalendarDay };
  /** HH:MM. */
  from: string;
  /** HH:MM; of the next day where it is not later than `from`. */
  until: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** From 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export const weekdayOf = (day: CalendarDay): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The shifts of a node that begin on a day. */
function shiftsOf(shifts: readonly Shift[], node: string, day: CalendarDay): Shift[] {
  const here = shifts.filter((shift) => shift.node === node);
  const dated = here.filter(({ on }) => 'day' in on && on.day === day);
  return dated.length > 0 ? dated : here.filter(({ on }) => 'weekday' in on && on.weekday === weekdayOf(day));
}

function runsAt({ from, until }: Shift, day: CalendarDay, at: number): boolean {
  const begins = startOf(day) + minutesOf(from) * minuteMs;
  const ends = startOf(day) + minutesOf(until) * minuteMs + (until > from ? 0 : dayMs);
  return begins <= at && at < ends;
}

/** Who is on duty for a node at an instant (epoch ms). A shift that began the day before may still run. */
export function onDutyAt(shifts: readonly Shift[], node: string, at: number): Set<string> {
  const days = [dayAt(at - dayMs), dayAt(at)];
  return new Set(
    days.flatMap((day) =>
      shiftsOf(shifts, node, day)
        .filter((shift) => runsAt(shift, day, at))
        .map(({ personId }) => personId),
    ),
  );
}
