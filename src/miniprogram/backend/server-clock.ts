import type { Http } from './client';
import type { KeyValue } from './storage';

/** The server's clock as this phone knows it: its own, put right by what was measured. */
export interface ServerClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Server minus this phone, milliseconds; undefined while never measured. */
  offset(): number | undefined;
  /** The server said `time` in an answer that took `roundTrip` ms; `fineness`: how far off what it said may be. */
  hear(time: number, roundTrip: number, fineness: number): void;
}

interface Measured {
  offset: number;
}

const key = 'clock';
/** Below it clocks only differ by how they are read. */
const slack = 1000;

/**
 * Time does not run backwards: where the phone's clock falls behind its own steady counter it was set back, and the
 * offset takes that up at once, without a network. A jump ahead looks like a phone that slept, so it waits for the
 * next answer of the server.
 */
export async function createServerClock(deps: {
  storage: KeyValue;
  now(): number;
  elapsed(): number;
}): Promise<ServerClock> {
  let offset = (await deps.storage.get<Measured>(key))?.offset;
  let wall = deps.now();
  let steady = deps.elapsed();

  function change(next: number): void {
    offset = next;
    void deps.storage.set(key, { offset: next } satisfies Measured);
  }

  function read(): number {
    const [nextWall, nextSteady] = [deps.now(), deps.elapsed()];
    const setBack = nextSteady - steady - (nextWall - wall);
    wall = nextWall;
    steady = nextSteady;
    if (setBack > slack && offset !== undefined) change(offset + setBack);
    return nextWall;
  }

  return {
    now: () => read() + (offset ?? 0),
    offset() {
      read();
      return offset;
    },
    hear(time, roundTrip, fineness) {
      // Half of the way there and back.
      const found = time - (read() - roundTrip / 2);
      const agrees = offset !== undefined && Math.abs(found - offset) <= roundTrip / 2 + fineness + slack;
      if (fineness === 0 || !agrees) change(found);
    },
  };
}

/** Every answer says the server's time, to the second: no call of its own is needed to measure by. */
export const measuring = (http: Http, clock: ServerClock, elapsed: () => number): Http => ({
  ...http,
  async request(call) {
    const sent = elapsed();
    const answer = await http.request(call);
    const second = Date.parse(answer.date ?? '');
    if (!Number.isNaN(second)) clock.hear(second + 500, elapsed() - sent, 500);
    return answer;
  },
});
