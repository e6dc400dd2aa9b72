import type { Clock } from '../../src/backend/ports/clock';

/** A clock that a test moves. */
export interface MovedClock extends Clock {
  forward(ms: number): void;
}

export function movedClock(start = '2026-11-24T02:00:00.000Z'): MovedClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    forward: (ms) => {
      now += ms;
    },
  };
}
