import type { FamilyKind } from '@contract/family/relation';
import type { Clock } from '../../../ports/clock';
import type { Family, FamilyAsk } from '../../../ports/family';
import type { Unit } from '../database/unit';
import { hashOfSpokenCode, newSpokenCode } from '../store/spoken-code';

const lifeMs = 30 * 60 * 1000;
const columns = ['actor_id', 'kind', 'called_as'] as const;

/** The codes by which people ask to help. */
export function createAsks(
  unit: Unit,
  clock: Clock,
): Pick<Family, 'ask' | 'look'> & { /** Uses it up. */ take: Family['look'] } {
  return {
    async ask({ actorId, kind, calledAs }) {
      const code = newSpokenCode('LF1:');
      const expiresAt = new Date(clock.now().getTime() + lifeMs);
      await unit.db
        .insertInto('family_ask')
        .values({
          code_hash: hashOfSpokenCode(code, 'LF1:'),
          actor_id: actorId,
          kind,
          called_as: calledAs,
          expires_at: expiresAt,
        })
        .execute();
      return { code, expiresAt };
    },
    async look(code) {
      const row = await unit.db
        .selectFrom('family_ask')
        .select(columns)
        .where('code_hash', '=', hashOfSpokenCode(code, 'LF1:'))
        .where('expires_at', '>', clock.now())
        .executeTakeFirst();
      return row && askOf(row);
    },
    async take(code) {
      const row = await unit.db
        .deleteFrom('family_ask')
        .where('code_hash', '=', hashOfSpokenCode(code, 'LF1:'))
        .where('expires_at', '>', clock.now())
        .returning(columns)
        .executeTakeFirst();
      return row && askOf(row);
    },
  };
}

const askOf = (row: { actor_id: string; kind: string; called_as: string }): FamilyAsk => ({
  actorId: row.actor_id,
  kind: row.kind as FamilyKind,
  calledAs: row.called_as,
});
