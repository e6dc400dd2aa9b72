import { isCalendarDay } from '../calendar-day';

const aheadOfUtcMs = 8 * 3_600_000;

/** A moment as GeoReport writes it (W3C date and time), by the clock of China: 2026-11-29T08:30:00+08:00. */
export const writeMoment = (at: Date): string =>
  `${new Date(at.getTime() + aheadOfUtcMs).toISOString().slice(0, 19)}+08:00`;

/**
 * A moment that says its offset (epoch ms); undefined for anything else. A "+" that nobody encoded arrives as a space.
 */
export function readMoment(text: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[ +-]\d\d:\d\d)$/.exec(text);
  if (!found) return undefined;
  const [, day = '', time = '', offset = ''] = found;
  if (!isCalendarDay(day)) return undefined;
  const at = Date.parse(`${day}T${time}${offset.replace(' ', '+')}`);
  return Number.isNaN(at) ? undefined : at;
}
