import { consentKinds } from '@contract/personal-data/consent';
import { sql } from 'kysely';
import type { Unit } from '../database/unit';
import { whatGoes } from './what-goes';

/**
 * Two accounts of one person become one: what they said last counts, on whichever account. Where that was a no, what
 * either account kept by a consent goes. Called when all else has been moved.
 */
export async function joinConsents(unit: Unit, { from, to }: { from: string; to: string }): Promise<void> {
  for (const kind of consentKinds) {
    const said = await unit.db
      .selectFrom('consent')
      .select(['id', 'given_at', 'withdrawn_at'])
      .where('person_id', 'in', [from, to])
      .where('kind', '=', kind)
      .orderBy(sql`coalesce(withdrawn_at, given_at)`, 'desc')
      .orderBy('id')
      .execute();
    const [last, ...before] = said;
    if (!last) continue;
    // Whatever still stands beside it ended when it was said.
    for (const { id } of before.filter((consent) => consent.withdrawn_at === null))
      await unit.db
        .updateTable('consent')
        .set({ withdrawn_at: last.withdrawn_at ?? last.given_at })
        .where('id', '=', id)
        .execute();
    await unit.db
      .updateTable('consent')
      .set({ person_id: to })
      .where('person_id', '=', from)
      .where('kind', '=', kind)
      .execute();
    if (last.withdrawn_at) await whatGoes[kind](to).execute(unit.db);
  }
}
