import { isCalendarDay } from '../calendar-day';
import type { CapVersion } from './alert';

const aheadOfUtcMs = 8 * 3_600_000;

const shape = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-4]):([0-5]\d):([0-5]\d)(\.\d+)?([+-])(\d\d):([0-5]\d)$/;

/**
 * A moment as CAP writes it (epoch ms): always with its offset in digits, never `Z`. Parts of a second are let pass
 * in 1.1, whose schema takes any dateTime, and refused in 1.2. Undefined for anything else.
 */
export function readCapMoment(text: string, version: CapVersion): number | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, day = '', hour, minute, second, fraction = '', sign, aheadHours, aheadMinutes] = found;
  if (!isCalendarDay(day) || (fraction !== '' && version === '1.2')) return undefined;
  const ahead = (Number(aheadHours) * 60 + Number(aheadMinutes)) * 60_000;
  // XML Schema takes 24:00:00 for the end of a day, and offsets of up to 14 hours.
  if (ahead > 14 * 3_600_000) return undefined;
  if (hour === '24' && (minute !== '00' || second !== '00' || /[1-9]/.test(fraction))) return undefined;
  const local =
    Date.parse(`${day}T00:00:00.000Z`) +
    Number(hour) * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second) * 1000 +
    Math.floor(Number(`0${fraction}`) * 1000);
  return sign === '+' ? local - ahead : local + ahead;
}

/** A moment by the clock of China, to the second: 2026-11-29T08:30:00+08:00. */
export const writeCapMoment = (at: Date): string =>
  `${new Date(at.getTime() + aheadOfUtcMs).toISOString().slice(0, 19)}+08:00`;
