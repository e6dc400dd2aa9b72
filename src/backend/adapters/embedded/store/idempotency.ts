import { fail, ok } from '@contract/result';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { Idempotency } from '../../../ports/store';
import type { Unit } from '../database/unit';

export function createIdempotency(unit: Unit, clock: Clock): Idempotency {
  // The embedded database has one connection: a second call would wait for the first instead of being told.
  const inFlight = new Set<string>();

  /** Told at once when another process of this deployment is at it; set free by the transaction's end. */
  async function claim(name: string): Promise<boolean> {
    const { rows } = await sql<{ claimed: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as claimed`.execute(unit.db);
    return rows[0]?.claimed ?? false;
  }

  return {
    async once(personId, key, fingerprint, work) {
      const name = `idempotency ${personId} ${key}`;
      if (inFlight.has(name)) return fail('in-flight');
      inFlight.add(name);
      try {
        return await unit.together(async () => {
          if (!(await claim(name))) return fail('in-flight');
          const kept = await unit.db
            .selectFrom('idempotency_key')
            .select(['fingerprint', 'status', 'body'])
            .where('person_id', '=', personId)
            .where('key', '=', key)
            .executeTakeFirst();
          if (kept)
            return kept.fingerprint === fingerprint
              ? ok({ status: kept.status, body: kept.body })
              : fail('reused');
          const { status, body } = await work();
          await unit.db
            .insertInto('idempotency_key')
            .values({
              person_id: personId,
              key,
              fingerprint,
              status,
              body: JSON.stringify(body ?? null),
              created_at: clock.now(),
            })
            .execute();
          return ok({ status, body });
        });
      } finally {
        inFlight.delete(name);
      }
    },
  };
}
