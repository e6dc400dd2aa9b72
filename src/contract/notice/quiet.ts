import { dayAt, startOf } from '../calendar-day';
import { isEmergency, type Severity } from './notice';

/** Hours of the day in China between which nobody is nudged. */
export const QUIET_FROM = 22;
export const QUIET_UNTIL = 7;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * When somebody may be nudged about a notice (epoch ms): at once by day, and at any hour where life may hang on it;
 * at night in the morning.
 */
export function nudgeAt(now: number, severity: Severity): number {
  if (isEmergency(severity)) return now;
  const midnight = startOf(dayAt(now));
  if (now < midnight + QUIET_UNTIL * hourMs) return midnight + QUIET_UNTIL * hourMs;
  return now < midnight + QUIET_FROM * hourMs ? now : midnight + dayMs + QUIET_UNTIL * hourMs;
}
