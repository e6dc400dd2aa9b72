import { dayAt } from '../calendar-day';
import type { Language } from '../text';

const aheadOfUtcMs = 8 * 3_600_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as it may stand in a notice, which is still read when "tomorrow" is over: 11 月 30 日. */
export function dayWords(moment: string, language: Language): string {
  const [, month, day] = dayAt(Date.parse(moment)).split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${month} 月 ${day} 日` : `${day} ${months[month - 1]}`;
}

/** In China's time, whatever the phone is set to: 9:00. */
export const clockWords = (moment: string): string =>
  new Date(Date.parse(moment) + aheadOfUtcMs).toISOString().slice(11, 16).replace(/^0/, '');

const both = (moment: string, language: Language): string =>
  `${dayWords(moment, language)} ${clockWords(moment)}`;

/** 11 月 30 日 9:00–16:00; over midnight with both days. */
export function spanWords(from: string, until: string, language: Language): string {
  return dayAt(Date.parse(from)) === dayAt(Date.parse(until))
    ? `${both(from, language)}–${clockWords(until)}`
    : `${both(from, language)} – ${both(until, language)}`;
}
