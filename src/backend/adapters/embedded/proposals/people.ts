import { sql } from 'kysely';
import type { Family } from '../../../ports/family';
import type { Unit } from '../database/unit';

/** Who is who among those who propose and sign. */
export function createPeople(unit: Unit, family: Pick<Family, 'of' | 'actingFor'>) {
  return {
    /**
     * The accounts that are this person too, as far as anybody can tell: joined, found by one document, or of the same
     * name where the community has not seen the document of both.
     */
    async accountsOf(personId: string): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select other.id from person me, person other
        where me.id = ${personId} and (other.id = me.id or other.joined_into = me.id
          or exists (select from account_join
            where (first_id, second_id) in ((me.id, other.id), (other.id, me.id)))
          or (other.name = me.name and (other.person_key is null or me.person_key is null)))`.execute(
        unit.db,
      );
      return rows.map(({ id }) => id);
    },

    /** Those it is about, their guardians and their wards. */
    async concerned(about: readonly string[]): Promise<string[]> {
      const concerned = new Set(about);
      for (const id of about) {
        for (const { kind, actorId } of await family.actingFor(id))
          if (kind === 'guardian') concerned.add(actorId);
        for (const { kind, personId } of await family.of(id))
          if (kind === 'guardian') concerned.add(personId);
      }
      return [...concerned];
    },
  };
}
