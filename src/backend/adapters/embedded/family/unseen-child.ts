import { sql } from 'kysely';
import type { Unit } from '../database/unit';

/** A child written down by a guardian and never seen by the community goes with its last relation that stands. */
export async function removeUnseenChild(unit: Unit, personId: string): Promise<void> {
  await unit.db
    .deleteFrom('person')
    .where('id', '=', personId)
    .where('person_key', 'is', null)
    .where('confirmed', '=', false)
    .where(
      sql<boolean>`not exists (select from identity where person_id = person.id)
        and not exists (select from family_relation where person_id = person.id and ended_at is null)`,
    )
    .execute();
}
