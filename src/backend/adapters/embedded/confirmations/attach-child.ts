import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';
import { removeUnseenChild } from '../family/unseen-child';

/** A guardian's relation becomes active, to the child that the document is of: another guardian may have come first. */
export async function attachChild(
  unit: Unit,
  clock: Clock,
  relationId: string,
  childId: string,
): Promise<void> {
  const relation = await unit.db
    .selectFrom('family_relation')
    .select(['actor_id', 'person_id'])
    .where('id', '=', relationId)
    .executeTakeFirstOrThrow();
  const already = await unit.db
    .selectFrom('family_relation')
    .select('id')
    .where('kind', '=', 'guardian')
    .where('actor_id', '=', relation.actor_id)
    .where('person_id', '=', childId)
    .where('ended_at', 'is', null)
    .where('id', '<>', relationId)
    .executeTakeFirst();
  if (already)
    await unit.db
      .updateTable('family_relation')
      .set({ ended_at: clock.now() })
      .where('id', '=', relationId)
      .execute();
  await unit.db
    .updateTable('family_relation')
    .set({ state: 'active', since: clock.now(), ...(already ? {} : { person_id: childId }) })
    .where('id', '=', already?.id ?? relationId)
    .execute();
  if (relation.person_id !== childId) await removeUnseenChild(unit, relation.person_id);
}
