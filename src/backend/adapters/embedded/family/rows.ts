import type { FamilyAct, FamilyKind, FamilyState } from '@contract/family/relation';
import { sql } from 'kysely';
import type { FamilyRelation } from '../../../ports/family';
import type { Unit } from '../database/unit';

/** What has not ended, with the birth date that ends a guardian's part. */
export const relations = (unit: Unit) =>
  unit.db
    .selectFrom('family_relation')
    .innerJoin('person', 'person.id', 'family_relation.person_id')
    .selectAll('family_relation')
    .select(sql<string | null>`person.born_on::text`.as('born_on'))
    .where('family_relation.ended_at', 'is', null)
    // Children first.
    .orderBy('family_relation.kind')
    .orderBy('family_relation.since')
    .orderBy('family_relation.id');

type Row = Awaited<ReturnType<ReturnType<typeof relations>['execute']>>[number];

export const relationOf = (row: Row): FamilyRelation => ({
  id: row.id,
  kind: row.kind as FamilyKind,
  state: row.state as FamilyState,
  actorId: row.actor_id,
  personId: row.person_id,
  calledAs: row.called_as,
  may: row.may as FamilyAct[],
  since: row.since,
  bornOn: row.born_on,
});
