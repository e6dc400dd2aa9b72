import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Sessions } from '../../../ports/store';
import type { Unit } from '../database/unit';
import { personColumns, personOf } from './people';
import { hashOf, newToken } from './secret';

/** A session lives this long after its last renewal. */
export const sessionLifeMs = 30 * 24 * 60 * 60 * 1000;

export function createSessions(unit: Unit, clock: Clock): Sessions {
  const lifeFromNow = (): Date => new Date(clock.now().getTime() + sessionLifeMs);

  /** Renewed only past half of its life: a phone in daily use costs one write in a fortnight. */
  async function renewed(id: string, expiresAt: Date): Promise<Date> {
    if (expiresAt.getTime() - clock.now().getTime() > sessionLifeMs / 2) return expiresAt;
    const later = lifeFromNow();
    await unit.db
      .updateTable('session')
      .set({ expires_at: later })
      .where('id', '=', id)
      // Signed out meanwhile: stays so.
      .where('expires_at', '=', expiresAt)
      .execute();
    return later;
  }

  return {
    async open(personId) {
      const token = newToken();
      const expiresAt = lifeFromNow();
      await unit.db
        .insertInto('session')
        .values({
          id: randomUUID(),
          token_hash: hashOf(token),
          person_id: personId,
          created_at: clock.now(),
          expires_at: expiresAt,
        })
        .execute();
      return { token, expiresAt };
    },
    async find(token) {
      const row = await unit.db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person_id')
        .select(['session.id', 'session.expires_at'])
        .select(personColumns)
        .where('session.token_hash', '=', hashOf(token))
        .executeTakeFirst();
      if (!row) return fail('unknown');
      if (row.expires_at <= clock.now()) return fail('expired');
      const expiresAt = await renewed(row.id, row.expires_at);
      return ok({ id: row.id, person: personOf(row), expiresAt });
    },
    async end(sessionId) {
      await unit.db
        .updateTable('session')
        .set({ expires_at: clock.now() })
        .where('id', '=', sessionId)
        .execute();
    },
  };
}
