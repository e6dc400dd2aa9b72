import type { GateLists } from '../../backend/gate-lists';
import type { GateSpeech } from './text';
import { useNow } from './use-now';

const minute = 60_000;
const hour = 60 * minute;
/** Past that (ms) the lists count no more, and it is said where their age stands. */
const oldAfter = 24 * hour;

export function listAge(age: number | undefined, t: GateSpeech): string {
  if (age === undefined) return t('gate.lists.none');
  if (age > oldAfter) return t('gate.lists.old');
  if (age >= hour) return t('gate.lists.hours', { count: Math.floor(age / hour) });
  return age < minute ? t('gate.lists.now') : t('gate.lists.minutes', { count: Math.floor(age / minute) });
}

/** The age of what this gate goes by, as it grows. */
export function useListAge(lists: GateLists, t: GateSpeech): string {
  useNow(1000);
  return listAge(lists.age(), t);
}
