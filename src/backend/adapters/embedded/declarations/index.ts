import { DECLARED_DAYS, type Answers, type DeclaredFact } from '@contract/declaration/declaration';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Facts } from '../../../ports/colours';
import type { Declaration, Declarations } from '../../../ports/declarations';
import type { Unit } from '../database/unit';

const dayMs = 24 * 60 * 60 * 1000;

/** What people say of their own health, in the deployment's own database. */
export function createDeclarations(unit: Unit, clock: Clock, facts: Pick<Facts, 'add'>): Declarations {
  const standing = () =>
    unit.db
      .selectFrom('declaration')
      .selectAll()
      .where('expires_at', '>', clock.now())
      .orderBy('filed_at', 'desc')
      .orderBy('id');
  const until = (): Date => new Date(clock.now().getTime() + DECLARED_DAYS * dayMs);

  async function bring(
    declarationId: string,
    personId: string,
    declared: readonly DeclaredFact[],
  ): Promise<void> {
    for (const { fact } of declared)
      await facts.add({ personId }, { ...fact, source: 'declaration', declarationId });
  }

  return {
    of: async (personId) => (await standing().where('person_id', '=', personId).execute()).map(declarationOf),
    async get(id) {
      const row = await standing().where('id', '=', id).executeTakeFirst();
      return row && declarationOf(row);
    },
    async factIds(id) {
      const rows = await unit.db.selectFrom('fact').select('id').where('declaration_id', '=', id).execute();
      return rows.map((row) => row.id);
    },
    file: ({ personId, declaredBy }, answers, declared) =>
      unit.together(async () => {
        const row = await unit.db
          .insertInto('declaration')
          .values({
            id: randomUUID(),
            person_id: personId,
            declared_by: declaredBy,
            answers: JSON.stringify(answers),
            filed_at: clock.now(),
            amended_at: null,
            expires_at: until(),
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await bring(row.id, personId, declared);
        return declarationOf(row);
      }),
    amend: (id, declaredBy, answers, declared) =>
      unit.together(async () => {
        const row = await unit.db
          .updateTable('declaration')
          .set({
            declared_by: declaredBy,
            answers: JSON.stringify(answers),
            amended_at: clock.now(),
            expires_at: until(),
          })
          .where('id', '=', id)
          .where('expires_at', '>', clock.now())
          .returningAll()
          .executeTakeFirst();
        if (!row) return undefined;
        await unit.db.deleteFrom('fact').where('declaration_id', '=', id).execute();
        await bring(id, row.person_id, declared);
        return declarationOf(row);
      }),
    async withdraw(id) {
      await unit.db.deleteFrom('declaration').where('id', '=', id).execute();
    },
  };
}

const declarationOf = (row: {
  id: string;
  person_id: string;
  declared_by: string | null;
  answers: Answers;
  filed_at: Date;
  amended_at: Date | null;
  expires_at: Date;
}): Declaration => ({
  id: row.id,
  personId: row.person_id,
  declaredBy: row.declared_by,
  answers: row.answers,
  filedAt: row.filed_at,
  amendedAt: row.amended_at,
  expiresAt: row.expires_at,
});
