import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';

interface Post {
  role: string;
  node: string;
}

/** @returns false when the person had it already */
export async function grant(
  unit: Unit,
  clock: Clock,
  personId: string,
  { role, node }: Post,
): Promise<boolean> {
  const added = await unit.db
    .insertInto('role_grant')
    .values({ person_id: personId, role, node, granted_at: clock.now() })
    .onConflict((held) => held.doNothing())
    .returning('node')
    .executeTakeFirst();
  return added !== undefined;
}

/** @returns false when the person did not have it */
export async function revoke(unit: Unit, personId: string, { role, node }: Post): Promise<boolean> {
  const taken = await unit.db
    .deleteFrom('role_grant')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('node', '=', node)
    .returning('node')
    .executeTakeFirst();
  return taken !== undefined;
}
