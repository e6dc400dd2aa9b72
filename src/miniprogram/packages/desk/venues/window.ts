import dayjs from 'dayjs';
import { checkWindow } from '@contract/venue/exposure';

/** Hours and minutes as one writes them: 9:30, 09：30. */
function minutesOf(text: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim()) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hours === '' || hour > 23 || minute > 59 ? undefined : hour * 60 + minute;
}

/** What was typed as a window of time, so many days ago; undefined where it is none that can be published. */
export function windowOf(
  daysAgo: number,
  from: string,
  until: string,
  now: number,
): { from: string; until: string } | undefined {
  const day = dayjs(now).startOf('day').subtract(daysAgo, 'day');
  const [first, last] = [minutesOf(from), minutesOf(until)];
  if (first === undefined || last === undefined) return undefined;
  const window = { from: day.add(first, 'minute').valueOf(), until: day.add(last, 'minute').valueOf() };
  if (!checkWindow(window, now).ok) return undefined;
  return { from: new Date(window.from).toISOString(), until: new Date(window.until).toISOString() };
}
