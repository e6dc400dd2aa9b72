import { type CalendarDay, isCalendarDay } from '../calendar-day';
import type { WorkCalendar } from './calendar';

/**
 * The State Council's notice of one year's holidays, in the form of the holiday-cn data set
 * (`{year, papers, days: [{name, date, isOffDay}]}`): what is off on a weekday, and what is worked at a weekend.
 */
export interface PublishedYear {
  year: number;
  /** The notices: their addresses or titles. */
  papers: readonly string[];
  days: readonly { name: string; date: CalendarDay; isOffDay: boolean }[];
}

/** Off by law every year: 全国年节及纪念日放假办法, art. 2. A notice without them is none, or only half of one. */
const always = ['01-01', '05-01', '10-01', '10-02', '10-03'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

/** What is wrong with a file, in a line each; empty when it is a year's notice. */
export function faultsOfYear(value: unknown): string[] {
  if (!isObject(value)) return ['the file is no object with year, papers and days'];
  const { year, papers, days } = value;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2100)
    return ['year: a number such as 2027'];
  const faults: string[] = [];
  if (!Array.isArray(papers) || papers.length === 0 || !papers.every(isText))
    faults.push('papers: the notices, at least one');
  if (!Array.isArray(days)) return [...faults, 'days: a list of {name, date, isOffDay}'];
  const off = new Map<CalendarDay, boolean>();
  for (const [at, day] of (days as unknown[]).entries()) {
    const fault = faultOfDay(day, year, off);
    if (fault) faults.push(`days/${at}: ${fault}`);
  }
  const lacking = always.map((day) => `${year}-${day}`).filter((day) => off.get(day) !== true);
  if (lacking.length > 0) faults.push(`days: ${lacking.join(', ')} are holidays by law and must be off`);
  return faults;
}

function faultOfDay(day: unknown, year: number, off: Map<CalendarDay, boolean>): string | undefined {
  if (!isObject(day) || !isText(day['name']) || !isText(day['date']) || typeof day['isOffDay'] !== 'boolean')
    return 'takes name, date and isOffDay';
  const { date, isOffDay } = day;
  if (!isCalendarDay(date)) return `${date} is no day`;
  // A holiday at the turn of the year reaches into the one before or after it.
  if (Math.abs(Number(date.slice(0, 4)) - year) > 1) return `${date} is not of ${year}`;
  if (off.has(date)) return `${date} stands twice`;
  off.set(date, isOffDay);
  return isOffDay || isWeekend(date) ? undefined : `${date} is no weekend day: it is worked anyway`;
}

const isWeekend = (day: CalendarDay): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** A calendar with years that were published since: their days count, those of all other years are as before. */
export function withYears(calendar: WorkCalendar, years: readonly PublishedYear[]): WorkCalendar {
  const ofYear = new Set(years.map(({ year }) => year));
  const said = new Map(years.flatMap(({ days }) => days.map(({ date, isOffDay }) => [date, isOffDay])));
  return {
    isWorkday(day) {
      const isOff = said.get(day);
      if (isOff !== undefined) return !isOff;
      return ofYear.has(Number(day.slice(0, 4))) ? !isWeekend(day) : calendar.isWorkday(day);
    },
    isPublished: (year) => ofYear.has(year) || calendar.isPublished(year),
  };
}
