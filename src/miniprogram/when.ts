import type { CalendarDay } from '@contract/calendar-day';
import dayjs from 'dayjs';
import type { Speech } from './locales';

/** A moment as one says it: 今天 13:55, 昨天 16:30, 11 月 20 日 9:15. */
export function when(moment: string | number, t: Speech, now: number = Date.now()): string {
  const at = dayjs(moment);
  const days = at.startOf('day').diff(dayjs(now).startOf('day'), 'day');
  const time = at.format('H:mm');
  if (days === 0) return t('common.today', { time });
  if (days === -1) return t('common.yesterday', { time });
  if (days === 1) return t('common.tomorrow', { time });
  return at.format(t.language === 'zh' ? 'M 月 D 日 H:mm' : 'D MMM H:mm');
}

/** The same where there is little room: 9:05, 昨天, 11 月 20 日. */
export function whenShort(moment: string | number, t: Speech, now: number = Date.now()): string {
  const at = dayjs(moment);
  const back = dayjs(now).startOf('day').diff(at.startOf('day'), 'day');
  return back === 0 ? at.format('H:mm') : dayBack(back, at.format('YYYY-MM-DD'), t);
}

/** A past day as one says it, `back` days ago: 今天, 昨天, 11 月 20 日. */
export function dayBack(back: number, day: CalendarDay, t: Speech): string {
  if (back === 0) return t('common.day.today');
  if (back === 1) return t('common.day.yesterday');
  return dayjs(day).format(t.language === 'zh' ? 'M 月 D 日' : 'D MMM');
}

/** A day not far off: 今天, 11 月 20 日. */
export const dayAhead = (day: CalendarDay, t: Speech, now: number = Date.now()): string =>
  dayjs(day).isSame(now, 'day') ? t('common.day.today') : dayBack(-1, day, t);

/** A day with its year: 2026 年 1 月 1 日. */
export const day = (moment: string | number, t: Speech): string =>
  dayjs(moment).format(t.language === 'zh' ? 'YYYY 年 M 月 D 日' : 'D MMM YYYY');

/** The same for ears and for those who read slowly: 明天下午 2 点, 今天上午 9 点 5 分. In English as written. */
export function spokenTime(moment: string | number, t: Speech, now: number = Date.now()): string {
  if (t.language === 'en') return when(moment, t, now);
  const at = dayjs(moment);
  const hour = at.hour();
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  const clock = `${part} ${hour > 12 ? hour - 12 : hour} 点${at.minute() > 0 ? ` ${at.minute()} 分` : ''}`;
  const [day = ''] = when(moment, t, now).split(/ \d{1,2}:\d{2}$/);
  return `${day}${clock}`;
}

/** Hours of a day that is said already: 14:00–15:00. */
export const hourSpan = (from: string, until: string): string =>
  `${dayjs(from).format('H:mm')}–${dayjs(until).format('H:mm')}`;

/** A stretch of time: 昨天 9:00–11:00; over midnight with both days. */
export function whenSpan(from: string, until: string, t: Speech, now: number = Date.now()): string {
  const sameDay = dayjs(from).isSame(until, 'day');
  return `${when(from, t, now)}${sameDay ? '–' : ' – '}${sameDay ? dayjs(until).format('H:mm') : when(until, t, now)}`;
}
