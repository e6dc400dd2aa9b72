const MINUTE_MS = 60_000;
/** China has one time zone and no summer time, so no library is needed to know its wall clock. */
const CHINA_OFFSET_MS = 8 * 60 * MINUTE_MS;

/** The five fields, each with its lowest and highest value. Sunday is 0, and 7 as well. */
const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** A cron line, read: whether it fires in the minute that begins at `moment` (milliseconds since 1970). */
export type Cron = (moment: number) => boolean;

/**
 * Reads `minute hour day month weekday`; each `*`, `5`, `1-5`, `1,3` or with a step as in `0-59/15`.
 * As cron has it, a day fires when either day field matches, if both are restricted.
 * @throws RangeError
 */
export function parseCron(line: string): Cron {
  const fields = line.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) throw new RangeError(`not a cron line: ${line}`);
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    valuesOf(field, index, line),
  ) as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];
  if (weekdays.has(7)) weekdays.add(0);
  const eitherDay = fields[2] !== '*' && fields[4] !== '*';
  return (moment) => {
    const local = new Date(moment + CHINA_OFFSET_MS);
    const day = days.has(local.getUTCDate());
    const weekday = weekdays.has(local.getUTCDay());
    return (
      minutes.has(local.getUTCMinutes()) &&
      hours.has(local.getUTCHours()) &&
      months.has(local.getUTCMonth() + 1) &&
      (eitherDay ? day || weekday : day && weekday)
    );
  };
}

function valuesOf(field: string, index: number, line: string): Set<number> {
  const [lowest, highest] = FIELDS[index] ?? [0, 0];
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new RangeError(`not a cron line: ${line}`);
    const [, from, to, step] = match.map((each) => (each === undefined ? undefined : Number(each)));
    const first = from ?? lowest;
    const last = to ?? (from === undefined || step !== undefined ? highest : from);
    if (first < lowest || last > highest || first > last || step === 0) {
      throw new RangeError(`not a cron line: ${line}`);
    }
    for (let value = first; value <= last; value += step ?? 1) values.add(value);
  }
  return values;
}

/** The last minute in (`after`, `until`] in which the line fires, as milliseconds; undefined when in none. */
export function lastFiring(cron: Cron, after: number, until: number): number | undefined {
  for (let minute = Math.floor(until / MINUTE_MS) * MINUTE_MS; minute > after; minute -= MINUTE_MS) {
    if (cron(minute)) return minute;
  }
  return undefined;
}
