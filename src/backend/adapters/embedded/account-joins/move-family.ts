import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';

const sides = [
  { mine: 'actor_id', other: 'person_id' },
  { mine: 'person_id', other: 'actor_id' },
] as const;

/** Who the second account may act for, and who for it; what the first has already, or would be with itself, ends. */
export async function moveFamily(
  unit: Unit,
  clock: Clock,
  { from, to }: { from: string; to: string },
): Promise<void> {
  for (const { mine, other } of sides) {
    const standing = () => unit.db.selectFrom('family_relation').where('ended_at', 'is', null);
    const rows = await standing().select(['id', 'kind', other]).where(mine, '=', from).execute();
    for (const row of rows) {
      const held = await standing()
        .select('id')
        .where(mine, '=', to)
        .where(other, '=', row[other])
        .where('kind', '=', row.kind)
        .executeTakeFirst();
      const change = held || row[other] === to ? { ended_at: clock.now() } : { [mine]: to };
      await unit.db.updateTable('family_relation').set(change).where('id', '=', row.id).execute();
    }
  }
}
