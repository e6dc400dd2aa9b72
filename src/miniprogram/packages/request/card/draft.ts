import type { InputOf, LocalBody } from '@contract/api';
import { dayAt, isCalendarDay, startOf } from '@contract/calendar-day';

/** A card while it is written, as its fields hold it. */
export interface CardDraft {
  call: string;
  where: string;
  hours: string;
  /** 2026-12-26 and 14:00, by China's clock. */
  day: string;
  time: string;
  meetsWhere: string;
  /** A line for each point. */
  agenda: string;
}

const minuteMs = 60_000;

export function draftOf(body: LocalBody): CardDraft {
  const meets = body.meetsAt === undefined ? undefined : Date.parse(body.meetsAt);
  const day = meets === undefined ? '' : dayAt(meets);
  const minutes = meets === undefined ? 0 : Math.floor((meets - startOf(day)) / minuteMs);
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    call: body.call ?? '',
    where: body.where ?? '',
    hours: body.hours ?? '',
    day,
    time: meets === undefined ? '' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    meetsWhere: body.meetsWhere ?? '',
    agenda: body.agenda.join('\n'),
  };
}

/** The meeting as typed (epoch ms): none where both are empty, undefined where they say no moment. */
function meetingOf({ day, time }: CardDraft): number | 'none' | undefined {
  const [on, at] = [day, time].map((typed) => typed.normalize('NFKC').trim()) as [string, string];
  if (on === '' && at === '') return 'none';
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(at) ?? [];
  if (!isCalendarDay(on) || hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return startOf(on) + (Number(hour) * 60 + Number(minute)) * minuteMs;
}

/** What is sent: empty fields are left away. Undefined where day and time say no moment. */
export function cardOf(draft: CardDraft): InputOf<'PUT /v1/bodies/:id'>['body'] | undefined {
  const meets = meetingOf(draft);
  if (meets === undefined) return undefined;
  const said = (['call', 'where', 'hours'] as const).flatMap((key) => {
    const words = draft[key].trim();
    return words === '' ? [] : [[key, words]];
  });
  const meetsWhere = draft.meetsWhere.trim();
  return {
    ...(Object.fromEntries(said) as Partial<Record<'call' | 'where' | 'hours', string>>),
    ...(meets === 'none' ? {} : { meetsAt: new Date(meets).toISOString() }),
    ...(meets === 'none' || meetsWhere === '' ? {} : { meetsWhere }),
    agenda: draft.agenda
      .split('\n')
      .map((point) => point.trim())
      .filter((point) => point !== ''),
  };
}
