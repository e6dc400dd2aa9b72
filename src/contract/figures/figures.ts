import { type CalendarDay, dayAt, startOf } from '../calendar-day';
import { levelOf } from '../region/code';
import { holds, type Grant } from '../role';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** What a resident says of a matter that was said to be done. Of the matter, never of a person. */
export const ratings = ['satisfied', 'fair', 'unsatisfied'] as const;
export type Rating = (typeof ratings)[number];

/** Matters filed in a while, and how they went. Counts of matters; nothing in it says who filed or handled one. */
export interface Figures {
  filed: number;
  /** Said to be done within their limits. */
  inTime: number;
  /** A limit passed before the team had taken, or done, what was due. */
  overdue: number;
  /** Taken up again: not done after all. */
  reopened: number;
  /** Closed by themselves, since nobody confirmed. */
  notConfirmed: number;
  /** Not the grid's remit: told who is responsible. */
  referred: number;
  rated: Readonly<Record<Rating, number>>;
  /** Of those said to be done: hours by the clock on the wall from filing to the first "done"; null where none was. */
  medianHours: number | null;
}

/** A share of a whole, null where there is no whole. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Of those who said anything, who is satisfied. */
export const satisfaction = ({ rated }: Pick<Figures, 'rated'>): number | null =>
  shareOf(
    rated.satisfied,
    ratings.reduce((sum, rating) => sum + rated[rating], 0),
  );

/** 网格泛化 made visible: the share that was brought to the grid and is not its remit. */
export const notRemit = ({ filed, referred }: Pick<Figures, 'filed' | 'referred'>): number | null =>
  shareOf(referred, filed);

/** The Monday of a day's week. */
export function weekOf(day: CalendarDay): CalendarDay {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAt(startOf(day) - sinceMonday * dayMs);
}

/** So many whole weeks, the last of them the one before that of a moment (epoch ms). */
export function lastWeeks(
  count: number,
  now: number,
): { from: CalendarDay; until: CalendarDay; weeks: CalendarDay[] } {
  const until = weekOf(dayAt(now));
  const weeks = Array.from({ length: count }, (_, at) => dayAt(startOf(until) - (count - at) * weekMs));
  return { from: weeks[0] ?? until, until, weeks };
}

/**
 * Whether somebody may read the figures of a node: an officer of it or above. A figure by grid is a figure about one
 * worker, so there is none below the community.
 */
export function figuresFor(
  node: string,
  grants: readonly Grant[],
): 'yes' | 'below-the-community' | 'not-theirs' {
  const level = levelOf(node);
  if (level === undefined || level === 'grid') return 'below-the-community';
  return holds(grants, 'officer', node) ? 'yes' : 'not-theirs';
}
