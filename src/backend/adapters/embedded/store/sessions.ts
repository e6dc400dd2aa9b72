import { dayAt } from '@contract/calendar-day';
import { fail, ok, type Result } from '@contract/result';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { OpenSession, Sessions } from '../../../ports/store';
import { prepared } from '../database/prepared';
import type { Unit } from '../database/unit';
import { personColumns, personOf } from './people';
import { hashOf, newToken } from './secret';

/** A session lives this long after its last renewal. */
export const sessionLifeMs = 30 * 24 * 60 * 60 * 1000;

/** A session and whose it is, by the hash of a token: asked by every call of whoever is signed in. */
const by = (column: 'token_hash' | 'periodic_hash') =>
  prepared((db) =>
    db
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select(['session.id', 'session.expires_at', sql<string | null>`session.used_on::text`.as('used_on')])
      .select(personColumns)
      .where(`session.${column}`, '=', Buffer.alloc(0))
      .compile(),
  );
const askBy = { token_hash: by('token_hash'), periodic_hash: by('periodic_hash') };

export function createSessions(unit: Unit, clock: Clock): Sessions {
  const lifeFromNow = (): Date => new Date(clock.now().getTime() + sessionLifeMs);

  /** Renewed only past half of its life, its use noted once a day: a phone in daily use costs one write a day. */
  async function used(session: OpenSession & { usedOn: string | null }): Promise<Date> {
    const today = dayAt(clock.now().getTime());
    const renew = session.expiresAt.getTime() - clock.now().getTime() <= sessionLifeMs / 2;
    if (!renew && session.usedOn === today) return session.expiresAt;
    const expiresAt = renew ? lifeFromNow() : session.expiresAt;
    await unit.db
      .updateTable('session')
      .set({ expires_at: expiresAt, used_on: today })
      .where('id', '=', session.id)
      // Signed out meanwhile: stays so.
      .where('expires_at', '=', session.expiresAt)
      .execute();
    return expiresAt;
  }

  async function byHash(
    column: keyof typeof askBy,
    token: string,
  ): Promise<Result<OpenSession & { usedOn: string | null }, 'unknown' | 'expired'>> {
    const [row] = await askBy[column](unit.db, [hashOf(token)]);
    if (!row) return fail('unknown');
    if (row.expires_at <= clock.now()) return fail('expired');
    return ok({ id: row.id, person: personOf(row), expiresAt: row.expires_at, usedOn: row.used_on });
  }

  return {
    async open(personId, device = '') {
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
          device,
          used_on: dayAt(clock.now().getTime()),
        })
        .execute();
      return { token, expiresAt };
    },
    async find(token) {
      const open = await byHash('token_hash', token);
      if (!open.ok) return open;
      const { id, person } = open.value;
      return ok({ id, person, expiresAt: await used(open.value) });
    },
    async periodicToken(sessionId) {
      const token = newToken();
      await unit.db
        .updateTable('session')
        .set({ periodic_hash: hashOf(token) })
        .where('id', '=', sessionId)
        .execute();
      return token;
    },
    findPeriodic: (token) => byHash('periodic_hash', token),
    async end(sessionId) {
      await unit.db
        .updateTable('session')
        .set({ expires_at: clock.now() })
        .where('id', '=', sessionId)
        .execute();
    },
  };
}
