import type { HourCount } from '@contract/api';
import type { GateResult } from '@contract/health-code/verdict';
import { CallFailed, type Client } from './client';
import type { KeyValue } from './storage';

const HOUR = 3_600_000;
const key = 'gate/counts';

/** How many of each result an hour, and nothing else of anybody; sent when there is a network. */
export interface GateCounts {
  add(dutyId: string, result: GateResult): Promise<void>;
  /** Of the hour that runs. */
  thisHour(dutyId: string): HourCount;
  /** Sends all that was counted. `running`: the duties this phone has now; of others nothing more is kept once sent. */
  send(running: readonly string[]): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** `now`: server time. */
export async function createGateCounts(deps: {
  client: Client;
  storage: KeyValue;
  now: () => number;
}): Promise<GateCounts> {
  const { client, storage, now } = deps;
  let counted = (await storage.get<Record<string, HourCount[]>>(key)) ?? {};
  const listeners = new Set<() => void>();

  const change = async (next: typeof counted): Promise<void> => {
    counted = next;
    listeners.forEach((listener) => listener());
    await storage.set(key, counted);
  };
  const thisHour = (dutyId: string): HourCount => {
    const hour = new Date(Math.floor(now() / HOUR) * HOUR).toISOString();
    const found = counted[dutyId]?.find((each) => each.hour === hour);
    return found ?? { hour, pass: 0, ask: 0, stop: 0 };
  };

  return {
    thisHour,
    async add(dutyId, result) {
      const before = thisHour(dutyId);
      const others = (counted[dutyId] ?? []).filter(({ hour }) => hour !== before.hour);
      const hour = { ...before, [result]: before[result] + 1 };
      await change({ ...counted, [dutyId]: [...others, hour] });
    },
    async send(running) {
      for (const [id, hours] of Object.entries(counted)) {
        // The same hour again replaces, so sending twice counts once.
        const sent = await client
          .call('PUT /v1/checkpoint-duties/:id/counts', { params: { id }, body: { hours } })
          .then(
            () => true,
            (error: unknown) => error instanceof CallFailed && !error.passing,
          );
        if (!sent || running.includes(id)) continue;
        const { [id]: _, ...rest } = counted;
        await change(rest);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
