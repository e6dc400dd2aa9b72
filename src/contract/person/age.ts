import type { CalendarDay } from '../calendar-day';

/** From fourteen a child agrees for itself too (Personal Information Protection Law 个人信息保护法, art. 31). */
export const OWN_CONSENT_AGE = 14;
/** Civil Code 民法典, art. 17. */
export const OF_AGE = 18;

const split = (day: CalendarDay): [year: number, rest: string] => [Number(day.slice(0, 4)), day.slice(4)];

/**
 * Whole years on a day. Born on 29 February, in a year without one a person is a year older on 1 March:
 * the Civil Code (art. 202) lets the missing day end with the month.
 */
export function ageOn(bornOn: CalendarDay, day: CalendarDay): number {
  const [birthYear, birthday] = split(bornOn);
  const [year, rest] = split(day);
  return year - birthYear - (rest < birthday ? 1 : 0);
}

/** The first day on which a person is so many years old. */
export function reaches(years: number, bornOn: CalendarDay): CalendarDay {
  const [birthYear, birthday] = split(bornOn);
  const year = birthYear + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, '0')}${birthday === '-02-29' && !leap ? '-03-01' : birthday}`;
}

export const isMinor = (bornOn: CalendarDay, day: CalendarDay): boolean => ageOn(bornOn, day) < OF_AGE;
