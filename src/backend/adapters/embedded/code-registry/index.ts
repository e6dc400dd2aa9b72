import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../../ports/clock';
import type { CodeRegistry, StatusSpell } from '../../../ports/code-registry';
import type { Unit } from '../database/unit';

/** Places in one status list. A list of 2-bit entries this long compresses to a few kilobytes. */
const listSize = 1 << 20;
/** Cached lists live 24 hours: a place is free again only after that. */
const restMs = 24 * 60 * 60 * 1000;
/** A list is left for the next one when so many random tries found it taken: it is well over half full. */
const triesPerList = 16;

export function createCodeRegistry(unit: Unit, clock: Clock): CodeRegistry {
  async function take(
    list: number,
    row: { person_id: string; holder_key: Buffer; colour: string; expires_at: Date },
  ): Promise<StatusSpell | undefined> {
    const free = new Date(clock.now().getTime() - restMs);
    const index = randomInt(listSize);
    const taken = await unit.db
      .insertInto('code_spell')
      .values({ list, idx: index, status: 0, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['list', 'idx'])
          .doUpdateSet({ ...row, status: 0 })
          .where('code_spell.expires_at', '<', free),
      )
      .returning('idx')
      .executeTakeFirst();
    return taken && { list, index };
  }

  return {
    async spellFor(personId, holderKey, colour, expiresAt) {
      const key = Buffer.from(holderKey);
      const same = await unit.db
        .updateTable('code_spell')
        .set({ expires_at: sql<Date>`greatest(expires_at, ${expiresAt})` })
        .where('holder_key', '=', key)
        .where('person_id', '=', personId)
        .where('colour', '=', colour)
        .where('status', '=', 0)
        .returning(['list', 'idx'])
        .executeTakeFirst();
      if (same) return { list: same.list, index: same.idx };
      const row = { person_id: personId, holder_key: key, colour, expires_at: expiresAt };
      for (let list = 0; ; list += 1) {
        for (let tried = 0; tried < triesPerList; tried += 1) {
          const spell = await take(list, row);
          if (spell) return spell;
        }
      }
    },
    async statusOf({ list, index }) {
      const row = await unit.db
        .selectFrom('code_spell')
        .select('status')
        .where('list', '=', list)
        .where('idx', '=', index)
        .executeTakeFirst();
      return row?.status as 0 | 1 | 2 | 3 | undefined;
    },
  };
}
