import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../ports/clock';
import type { Admission } from '../../../ports/county-register';
import type { Unit } from '../database/unit';

/** @returns the id of the person: the one of the staff number or identity, or a new one */
export async function admit(unit: Unit, clock: Clock, admission: Admission): Promise<string> {
  const { name, confirmed, home, identity } = admission;
  const columns = { name, confirmed, home_node: home.node, home_building: home.building };
  const known = await personOf(unit, admission);
  const id = known ?? randomUUID();
  if (known) await unit.db.updateTable('person').set(columns).where('id', '=', id).execute();
  else
    await unit.db
      .insertInto('person')
      .values({ id, ...columns, created_at: clock.now() })
      .execute();
  if (identity)
    await unit.db
      .insertInto('identity')
      .values({ ...identity, person_id: id })
      .onConflict((bound) => bound.doNothing())
      .execute();
  return id;
}

async function personOf(unit: Unit, { staffNumber, identity }: Admission): Promise<string | undefined> {
  if (staffNumber !== undefined) {
    const staff = await unit.db
      .selectFrom('staff')
      .select('person_id')
      .where('staff_number', '=', staffNumber)
      .executeTakeFirst();
    if (staff) return staff.person_id;
  }
  if (!identity) return undefined;
  const bound = await unit.db
    .selectFrom('identity')
    .select('person_id')
    .where('provider', '=', identity.provider)
    .where('subject', '=', identity.subject)
    .executeTakeFirst();
  return bound?.person_id;
}

/** @param who a staff number or a person's id */
export async function find(
  unit: Unit,
  who: string,
): Promise<{ id: string; name: string | null } | undefined> {
  const staff = await unit.db
    .selectFrom('staff')
    .innerJoin('person', 'person.id', 'staff.person_id')
    .select(['person.id', 'person.name'])
    .where('staff_number', '=', who)
    .executeTakeFirst();
  if (staff || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(who)) return staff;
  return unit.db.selectFrom('person').select(['id', 'name']).where('id', '=', who).executeTakeFirst();
}
