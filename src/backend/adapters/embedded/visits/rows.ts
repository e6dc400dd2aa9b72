import type { Slot } from '@contract/visit/slots';
import type { Selectable } from 'kysely';
import type { Visit } from '../../../ports/visits';
import type { Schema } from '../database/schema';

/** Hours are stored as RFC 3339 text. */
export const storedSlot = ({ from, until }: Slot) => ({
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
});

export const slotOf = ({ from, until }: { from: string; until: string }): Slot => ({
  from: Date.parse(from),
  until: Date.parse(until),
});

export const visitOf = (row: Selectable<Schema['visit']>): Visit => ({
  requestId: row.request_id,
  workerId: row.worker_id,
  offered: row.offered.map(slotOf),
  moves: row.moves,
  ...(row.starts_at && row.ends_at
    ? { booked: { from: row.starts_at.getTime(), until: row.ends_at.getTime() } }
    : {}),
});
