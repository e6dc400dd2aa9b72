import { Refusal } from './refusal';

/** So many calls that may wait are under way at most: with more, none would be answered sooner. */
const UNDER_WAY_AT_MOST = 16;
/** When the event loop is this late (ms), calls that may not wait are in danger: a few at once are all there is room for. */
const LATE_BY = 300;
const UNDER_WAY_WHEN_LATE = 8;
/** When to come back, seconds; up to three times as long, so that not all come back at once. */
const RETRY_AFTER = 20;
const SAMPLE_EVERY = 50;

/** Whether a call that may wait is let in. What may not wait is never asked. */
export interface Shedder {
  /**
   * @returns what to call when the answer is out
   * @throws Refusal `overloaded`, with when to try again
   */
  admit(): () => void;
  /**
   * Waits until it is one's turn, one call in each turn of the event loop. The embedded database answers without giving the
   * loop a turn: without this a queue of refreshes would be done to its end before anything else is even read.
   */
  turn(): Promise<void>;
  close(): void;
}

export interface ShedderOptions {
  /** How late the event loop is, in milliseconds. Measured where none is given. */
  lateBy?: () => number;
  underWayAtMost?: number;
  underWayWhenLate?: number;
  /** 0 to 1. */
  random?: () => number;
}

/**
 * Refreshes of codes come in storms: everyone's is due at the same hour, and nobody's is urgent, since the code they have
 * still works. An overloaded server refuses them before it reads them, at a fifth of the cost, and serves all else.
 */
export function createShedder({
  lateBy,
  underWayAtMost = UNDER_WAY_AT_MOST,
  underWayWhenLate = UNDER_WAY_WHEN_LATE,
  random = Math.random,
}: ShedderOptions = {}): Shedder {
  const loop = lateBy ? undefined : measureLoop();
  const late = lateBy ?? (() => loop?.lateBy() ?? 0);
  let underWay = 0;
  let lastTurn = Promise.resolve();
  return {
    admit() {
      if (underWay >= (late() > LATE_BY ? underWayWhenLate : underWayAtMost))
        throw new Refusal('overloaded', {
          retryAfterSeconds: Math.ceil(RETRY_AFTER * (1 + 2 * random())),
        });
      underWay += 1;
      let isOut = false;
      return () => {
        if (!isOut) underWay -= 1;
        isOut = true;
      };
    },
    turn: () => (lastTurn = lastTurn.then(() => new Promise((resolve) => setImmediate(resolve)))),
    close: () => loop?.stop(),
  };
}

/** How much later than due a timer comes; a peak is forgotten within a second. */
function measureLoop(): { lateBy(): number; stop(): void } {
  let due = performance.now() + SAMPLE_EVERY;
  let late = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    late = Math.max(now - due, late * 0.8);
    due = now + SAMPLE_EVERY;
  }, SAMPLE_EVERY).unref();
  return { lateBy: () => late, stop: () => clearInterval(timer) };
}
