import { fail, ok } from '@contract/result';
import type { Slot } from '@contract/visit/slots';
import type { Arranged } from '@contract/visit/visit';
import { sql } from 'kysely';
import type { Visits } from '../../../ports/visits';
import { codeOf } from '../database/errors';
import type { Unit } from '../database/unit';
import { storedSlot, visitOf } from './rows';

/** PostgreSQL: a row that an exclusion constraint keeps out. */
const EXCLUDED = '23P01';

/** Visits in the deployment's own database, which keeps anyone from being promised to two doors at once. */
export function createVisits(unit: Unit): Visits {
  const expectedIn = (workerId: string, { from, until }: Slot) =>
    unit.db
      .selectFrom('visit')
      .selectAll()
      .where('worker_id', '=', workerId)
      .where('starts_at', '<', new Date(until))
      .where('ends_at', '>', new Date(from))
      .orderBy('starts_at');

  /** One choice for one worker at a time, so that of two at once the second is told rather than a deadlock found. */
  const oneAtATime = (workerId: string) =>
    sql`select id from person where id = ${workerId} for no key update`.execute(unit.db);

  async function put(requestId: string, { workerId, offered, booked, moves }: Arranged): Promise<void> {
    const row = {
      worker_id: workerId,
      offered: JSON.stringify(offered.map(storedSlot)),
      starts_at: booked ? new Date(booked.from) : null,
      ends_at: booked ? new Date(booked.until) : null,
      moves,
    };
    await unit.db
      .insertInto('visit')
      .values({ request_id: requestId, ...row })
      .onConflict((arranged) => arranged.column('request_id').doUpdateSet(row))
      .execute();
  }

  return {
    async of(requestIds) {
      if (requestIds.length === 0) return [];
      const rows = await unit.db
        .selectFrom('visit')
        .selectAll()
        .where('request_id', 'in', [...requestIds])
        .execute();
      return rows.map(visitOf);
    },
    async booked(workerId, within) {
      const rows = await expectedIn(workerId, within).execute();
      return rows.map(visitOf).flatMap((visit) => (visit.booked ? { ...visit, booked: visit.booked } : []));
    },
    arrange: (requestId, arranged) =>
      unit.together(async () => {
        const { workerId, booked } = arranged;
        if (booked) {
          await oneAtATime(workerId);
          const others = expectedIn(workerId, booked).where('request_id', '<>', requestId);
          if (await others.executeTakeFirst()) return fail('slot-taken');
        }
        try {
          await put(requestId, arranged);
          return ok(undefined);
        } catch (error) {
          if (codeOf(error) === EXCLUDED) return fail('slot-taken');
          throw error;
        }
      }),
    async clear(requestId) {
      await unit.db.deleteFrom('visit').where('request_id', '=', requestId).execute();
      return ok(undefined);
    },
  };
}
