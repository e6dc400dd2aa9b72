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

/** One that goes, as this machine's does, and can be put ahead of it. */
export function clockAhead(): MovedClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    forward: (ms) => {
      ahead += ms;
    },
  };
}
