import { isOpen } from '@contract/service-request/lifecycle';
import type { Slot } from '@contract/visit/slots';
import type { DeskEvent } from '../../../ports/request-desk';
import type { Unit } from '../database/unit';
import { visitOf } from '../visits/rows';

/** Whether the team has no more to do, so that nobody calls and nobody comes. */
const isOver = ({ state }: DeskEvent): boolean => !isOpen(state) || state === 'resolved';

/**
 * What a step takes with it, in its own transaction: once a matter is over the number to call back on is deleted and the
 * worker's hour is free again; who hands it over does not come either.
 * @returns the visit that fell through, for the timeline
 */
export async function letGo(unit: Unit, requestId: string, event: DeskEvent): Promise<{ slots?: Slot[] }> {
  const over = isOver(event);
  if (over) await unit.db.deleteFrom('callback_phone').where('request_id', '=', requestId).execute();
  if (!over && event.event !== 'assign') return {};
  const row = await unit.db
    .deleteFrom('visit')
    .where('request_id', '=', requestId)
    .returningAll()
    .executeTakeFirst();
  const booked = row && visitOf(row).booked;
  // What is done is no visit that fell through.
  return booked && event.event !== 'resolve' ? { slots: [booked] } : {};
}
