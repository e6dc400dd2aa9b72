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
