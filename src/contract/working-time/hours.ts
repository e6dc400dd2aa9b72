/** A stretch of the day that is worked, in minutes after midnight in China. */
export interface Stretch {
  from: number;
  until: number;
}

/** 08:30–12:00 and 13:30–17:30. */
export const usualHours: readonly Stretch[] = [
  { from: 510, until: 720 },
  { from: 810, until: 1050 },
];

const clock = /^([01]\d|2[0-4]):([0-5]\d)$/;
const minutesOf = (text: string): number => {
  const [, hours, minutes] = clock.exec(text) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
};

/** Hours as a setting gives them, "08:30-12:00,13:30-17:30": in order, apart, within the day. Undefined for anything else. */
export function readHours(text: string): readonly Stretch[] | undefined {
  const stretches = text.split(',').map((part) => {
    const [from = '', until = '', ...more] = part.trim().split('-');
    return { from: minutesOf(from), until: more.length > 0 ? Number.NaN : minutesOf(until) };
  });
  let end = 0;
  for (const { from, until } of stretches) {
    if (!(from >= end && until > from && until <= 24 * 60)) return undefined;
    end = until;
  }
  return stretches;
}
