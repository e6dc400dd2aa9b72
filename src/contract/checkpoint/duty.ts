const HOUR = 3_600_000;
/** A phone is a checkpoint for so long (ms); then its duty ends by itself. */
export const DUTY_LASTS = 24 * HOUR;
/** An officer's set-up code works for so long (ms). */
export const SET_UP_CODE_LASTS = HOUR;
/** The officer sees counts so far back (ms). */
export const COUNTS_SHOWN_FOR = 24 * HOUR;

/** The guard's clock may be ahead of the server's by so much (ms). */
const CLOCK_TOLERANCE = 60_000;

/**
 * Whether counts of the hour that begins then can be a duty's: a whole hour that was not over at its start and has
 * begun by now. Not bounded by its end: a phone without a network counts on until it hears of that.
 */
export const isHourOf = (startedAt: number, hour: number, now: number): boolean =>
  hour % HOUR === 0 && hour + HOUR > startedAt && hour <= now + CLOCK_TOLERANCE;
