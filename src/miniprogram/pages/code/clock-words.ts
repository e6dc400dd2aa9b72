import type { IssuedCode } from '@contract/api';
import type { ServerClock } from '../../backend/server-clock';
import type { Speech } from '../../locales';

const minute = 60_000;

/** What is wrong with this phone's clock, before a guard finds out; undefined when nothing is. */
export function clockWords(clock: ServerClock, issued: IssuedCode, t: Speech): string | undefined {
  // It cannot be earlier than what the server has signed.
  if (clock.now() < Date.parse(issued.issuedAt) - minute) return t('code.clock.set-back');
  const offset = clock.offset() ?? 0;
  if (Math.abs(offset) <= minute) return undefined;
  return t(offset > 0 ? 'code.clock.slow' : 'code.clock.fast', { by: lengthOf(Math.abs(offset), t) });
}

function lengthOf(ms: number, t: Speech): string {
  const minutes = Math.round(ms / minute);
  if (minutes < 90) return t('code.minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 36 ? t('code.hours', { count: hours }) : t('code.days', { count: Math.round(hours / 24) });
}
