import type { Phrases } from '../../../ports/phrases';
import type { Unit } from '../database/unit';

/** Phrases for replies, in the deployment's own database. */
export function createPhrases(unit: Unit): Phrases {
  return {
    async of(personId) {
      const rows = await unit.db
        .selectFrom('reply_phrase')
        .select('text')
        .where('person_id', '=', personId)
        .orderBy('position')
        .execute();
      return rows.map(({ text }) => text);
    },
    write: (personId, texts) =>
      unit.together(async () => {
        await unit.db.deleteFrom('reply_phrase').where('person_id', '=', personId).execute();
        if (texts.length === 0) return;
        await unit.db
          .insertInto('reply_phrase')
          .values(texts.map((text, position) => ({ person_id: personId, position, text })))
          .execute();
      }),
  };
}
