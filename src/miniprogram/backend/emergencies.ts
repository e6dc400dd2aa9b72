import type { DeclaredEmergency, OutputOf } from '@contract/api';
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from './client';
import { useRead } from './queries';
import type { KeyValue } from './storage';

const name = 'GET /v1/emergencies';
type Emergencies = OutputOf<typeof name>;

/** Kept apart from the copies, which are written a moment later and not read by another version. */
const key = 'emergencies';
interface Heard {
  emergencies: Emergencies;
  /** The phone's own clock, epoch ms. */
  at: number;
}

/** What was heard last, for a start without a network. */
export async function recallEmergencies(queries: QueryClient, storage: KeyValue): Promise<void> {
  const heard = await storage.get<Heard>(key);
  if (heard) queries.setQueryData([name, {}], heard.emergencies, { updatedAt: heard.at });
}

/** Asked of the server now, and kept; pages that show it see it too. Rejects as the client does. */
export async function hearEmergencies(
  queries: QueryClient,
  deps: { client: Client; storage: KeyValue; now(): number },
): Promise<Emergencies> {
  // Not as a query: reading everything anew calls off those under way, and this one must not be missed.
  const emergencies = await deps.client.call(name, {});
  const at = deps.now();
  await deps.storage.set(key, { emergencies, at } satisfies Heard);
  queries.setQueryData([name, {}], emergencies, { updatedAt: at });
  return emergencies;
}

/** The one in force and the last one, as last heard: without a network, and after a restart too. */
export const useEmergencies = () => useRead(name, {}, { open: true });

/** What was heard, where it was that nobody needs a code now; undefined while one is in force or nothing was heard. */
export function useNoEmergency(): { last?: DeclaredEmergency | undefined } | undefined {
  const { data } = useEmergencies();
  return data && !data.inForce ? { last: data.last } : undefined;
}
