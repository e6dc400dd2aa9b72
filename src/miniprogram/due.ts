import type { RequestDue } from '@contract/api';
import dayjs from 'dayjs';
import type { Speech, TextKey } from './locales';
import type { DueText } from './locales/due';
import { when } from './when';

export type DueSpeech = Speech<TextKey | DueText>;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A moment of these days by its weekday: 今天 17:30, 周三 16:40; later ones by their date. */
export function dueWhen(moment: string, t: Speech, now: number): string {
  const at = dayjs(moment);
  const days = at.startOf('day').diff(dayjs(now).startOf('day'), 'day');
  if (days < 2 || days > 6) return when(moment, t, now);
  return t.language === 'zh' ? `${weekdays[at.day()]} ${at.format('H:mm')}` : at.format('ddd H:mm');
}

/** A stretch of time in one unit: 25 分, 3 小时, 2 天. */
export function span(ms: number, t: DueSpeech): string {
  if (ms >= 2 * day) return t('due.days', { count: Math.floor(ms / day) });
  if (ms >= 2 * hour) return t('due.hours', { count: Math.floor(ms / hour) });
  return t('due.minutes', { count: Math.max(1, Math.floor(ms / minute)) });
}

export type Urgency = 'standing' | 'over' | 'near' | 'ahead';

/** How it stands with a limit. What waits for the resident is not pressing, however long it lasts. */
export function urgencyOf(due: RequestDue, now: number): Urgency {
  if (due.standsUntil !== undefined && Date.parse(due.standsUntil) > now) return 'standing';
  if (Date.parse(due.at) <= now) return 'over';
  return due.waitsFor !== 'confirm' && Date.parse(due.warnAt) <= now ? 'near' : 'ahead';
}

/** What stands at the head of a job, and in so many words beneath it. */
export function jobWords(due: RequestDue, t: DueSpeech, now: number): { head: string; beneath: string } {
  const beneath = t(`due.job.${due.waitsFor}`);
  const left = Date.parse(due.at) - now;
  switch (urgencyOf(due, now)) {
    case 'standing':
      return { head: t('due.job.stands'), beneath: t('due.job.asked') };
    case 'over':
      return { head: t('due.job.over', { span: span(-left, t) }), beneath };
    case 'near':
      return { head: t('due.job.left', { span: span(left, t) }), beneath };
    case 'ahead':
      return { head: dueWhen(due.at, t, now), beneath };
  }
}

/** The same to whose request it is, as a sentence. */
export function residentWords(due: RequestDue, t: DueSpeech, now: number): string {
  switch (urgencyOf(due, now)) {
    case 'standing':
      return t('due.stands', { time: dueWhen(due.standsUntil ?? due.at, t, now) });
    case 'over':
      return t(`due.over.${due.waitsFor}`);
    case 'near':
    case 'ahead':
      return t(`due.before.${due.waitsFor}`, { time: dueWhen(due.at, t, now) });
  }
}
