import { fail, ok } from '@contract/result';
import { randomUUID } from 'node:crypto';
import type { ApiKeys } from '../../../ports/api-keys';
import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { hashOf, newToken } from '../store/secret';

/** Keys of other systems in the deployment's own database, each with an account of its own. */
export function createApiKeys(unit: Unit, clock: Clock, auditLog: Pick<AuditLog, 'append'>): ApiKeys {
  const holding = (name: string) =>
    unit.db.selectFrom('api_key').select('id').where('name', '=', name).where('revoked_at', 'is', null);

  const log = (act: string, name: string, operator: string) =>
    auditLog.append({ act, body: { name }, personal: { operator } });

  return {
    create: (name, operator) =>
      unit.together(async () => {
        if (await holding(name).executeTakeFirst()) return fail('name-taken');
        const key = newToken();
        const [id, personId, now] = [randomUUID(), randomUUID(), clock.now()];
        await unit.db.insertInto('person').values({ id: personId, created_at: now }).execute();
        await unit.db
          .insertInto('api_key')
          .values({ id, name, key_hash: hashOf(key), person_id: personId, created_at: now })
          .execute();
        await log('api-key-created', name, operator);
        return ok(key);
      }),
    async list() {
      const rows = await unit.db
        .selectFrom('api_key')
        .select(['name', 'created_at', 'revoked_at'])
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(({ name, created_at, revoked_at }) => ({
        name,
        createdAt: created_at,
        ...(revoked_at === null ? {} : { revokedAt: revoked_at }),
      }));
    },
    revoke: (name, operator) =>
      unit.together(async () => {
        const held = await holding(name).executeTakeFirst();
        if (!held) return fail('unknown');
        await unit.db
          .updateTable('api_key')
          .set({ revoked_at: clock.now() })
          .where('id', '=', held.id)
          .execute();
        await log('api-key-revoked', name, operator);
        return ok(undefined);
      }),
    async clientOf(key) {
      const row = await unit.db
        .selectFrom('api_key')
        .select(['name', 'person_id'])
        .where('key_hash', '=', hashOf(key))
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row && { name: row.name, filerId: row.person_id };
    },
  };
}
