import type { ShiftBody } from '@contract/api';
import dayjs from 'dayjs';
import type { HearingSpeech } from '../appeals/text';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];
export const allWeekdays: readonly Weekday[] = weekdays;

export const weekdayName = (weekday: number, t: HearingSpeech): string =>
  t(`desk.roster.weekday.${weekday as Weekday}`);

/** 08:00–20:00, 20:00–次日 08:00, 整天. */
export function hoursOf({ from, until }: Pick<ShiftBody, 'from' | 'until'>, t: HearingSpeech): string {
  if (from === until && from === '00:00') return t('desk.roster.hours.whole');
  return t(until > from ? 'desk.roster.hours' : 'desk.roster.hours.next', { from, until });
}

export const dayOf = ({ weekday, day }: Pick<ShiftBody, 'weekday' | 'day'>, t: HearingSpeech): string =>
  day === undefined
    ? weekdayName(weekday ?? 1, t)
    : dayjs(day).format(t.language === 'zh' ? 'YYYY 年 M 月 D 日' : 'D MMM YYYY');

/** A clock as one types it, as it is written: 8:00, 08：00 → 08:00; undefined for none. */
export function clockOf(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(typed.normalize('NFKC').trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
