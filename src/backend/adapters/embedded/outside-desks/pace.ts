const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** While a matter is claimed nobody else takes it; longer than any of its calls waits. */
export const LEASE_MS = 5 * MINUTE_MS;
/** What could not be handed over for so long is the grid's after all. */
export const GIVE_UP_MS = 24 * HOUR_MS;

/** How long after so many tries in vain the next one is. */
export const pauseAfter = (attempts: number): number => Math.min(2 ** (attempts - 1), 30) * MINUTE_MS;

/** What is fresh moves soon; what has lain for days is asked after more rarely. */
export const askAgainAfter = (ageMs: number): number =>
  Math.min(Math.max(ageMs / 20, 5 * MINUTE_MS), 3 * HOUR_MS);
