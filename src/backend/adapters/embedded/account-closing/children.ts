import { sql } from 'kysely';
import type { Unit } from '../database/unit';

/** Children a person is the only guardian of, and who have no phone of their own: nobody else could speak for them. */
export async function childrenLeftAlone(unit: Unit, guardianId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select mine.person_id as id from family_relation mine
      where mine.actor_id = ${guardianId} and mine.kind = 'guardian' and mine.ended_at is null
        and not exists (select from identity where person_id = mine.person_id)
        and not exists (select from family_relation other where other.person_id = mine.person_id
          and other.kind = 'guardian' and other.ended_at is null and other.actor_id <> ${guardianId})`.execute(
    unit.db,
  );
  return rows.map(({ id }) => id);
}
