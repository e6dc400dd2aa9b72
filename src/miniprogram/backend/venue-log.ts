import { keptVisits, type Visit } from '@contract/venue/visit';
import type { KeyValue } from './storage';

/** A scan as this phone keeps it. */
export interface KeptVisit extends Visit {
  id: string;
  /** Whether the poster's signature could be checked. */
  checked: boolean;
}

/** Where this phone has been, by its own scans. Never leaves it: nothing here can send anything. */
export interface VenueLog {
  /** Newest first. */
  visits(): readonly KeptVisit[];
  /** Exposure notices that the person has looked at. */
  seen(): readonly string[];
  subscribe(listener: () => void): () => void;
  add(visit: Pick<KeptVisit, 'venueId' | 'venueName' | 'checked'>): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
  see(noticeIds: readonly string[]): Promise<void>;
  /** Drops what is older than fourteen days. */
  drop(): Promise<void>;
}

interface Kept {
  visits: readonly KeptVisit[];
  seen: readonly string[];
}

const key = 'venue-log';
const nothing: Kept = { visits: [], seen: [] };

/** @param deps.now server time as last measured, epoch ms */
export async function createVenueLog(deps: {
  storage: KeyValue;
  newId(): Promise<string>;
  now(): number;
}): Promise<VenueLog> {
  let kept = (await deps.storage.get<Kept>(key)) ?? nothing;
  const listeners = new Set<() => void>();

  async function change(next: Kept): Promise<void> {
    kept = next;
    listeners.forEach((listener) => listener());
    await (kept.visits.length > 0 ? deps.storage.set(key, kept) : deps.storage.remove(key));
  }
  const changeVisits = (visits: readonly KeptVisit[]): Promise<void> =>
    change(visits.length > 0 ? { ...kept, visits } : nothing);

  const log: VenueLog = {
    visits: () => kept.visits,
    seen: () => kept.seen,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(visit) {
      const now = deps.now();
      const id = await deps.newId();
      await changeVisits(keptVisits([{ ...visit, id, at: now }, ...kept.visits], now));
    },
    remove: (id) => changeVisits(kept.visits.filter((visit) => visit.id !== id)),
    clear: () => changeVisits([]),
    async see(noticeIds) {
      const fresh = noticeIds.filter((id) => !kept.seen.includes(id));
      if (fresh.length > 0) await change({ ...kept, seen: [...kept.seen, ...fresh] });
    },
    async drop() {
      const visits = keptVisits(kept.visits, deps.now());
      if (visits.length < kept.visits.length) await changeVisits(visits);
    },
  };
  await log.drop();
  return log;
}
