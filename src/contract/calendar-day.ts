/** A calendar day in China, YYYY-MM-DD: days compare as text. */
export type CalendarDay = string;

/** China has had one time and no summer time since 1991. */
const aheadOfUtcMs = 8 * 3_600_000;

/** The day it is in China at a moment (epoch ms). */
export const dayAt = (moment: number): CalendarDay =>
  new Date(moment + aheadOfUtcMs).toISOString().slice(0, 10);

/** Where a day begins in China (epoch ms). */
export const startOf = (day: CalendarDay): number => Date.parse(`${day}T00:00:00.000Z`) - aheadOfUtcMs;

/** Whether there is such a day: 2025-02-29 is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
