import { randomUUID } from 'node:crypto';
import type { ImportedStaff } from '../../../import/rows';
import type { Clock } from '../../../ports/clock';
import type { Changes, Invitation } from '../../../ports/county-register';
import type { Unit } from '../database/unit';
import { invite } from '../identity/invitation';
import type { RoleGrants } from '../role-grants';

export async function putStaff(
  unit: Unit,
  clock: Clock,
  roles: RoleGrants,
  staff: readonly ImportedStaff[],
  operator: string,
): Promise<Changes & { invitations: Invitation[] }> {
  const done = { added: 0, changed: 0, unchanged: 0, invitations: [] as Invitation[] };
  for (const row of staff) {
    const known = await unit.db
      .selectFrom('staff')
      .innerJoin('person', 'person.id', 'staff.person_id')
      .select(['person_id', 'name', 'role', 'node', 'work_phone', 'hours'])
      .where('staff_number', '=', row.staffNumber)
      .executeTakeFirst();
    if (!known) {
      done.added += 1;
      const { staffNumber, name } = row;
      done.invitations.push({ staffNumber, name, code: await addStaff(unit, clock, roles, row, operator) });
    } else if (await changeStaff(unit, roles, known, row, operator)) done.changed += 1;
    else done.unchanged += 1;
  }
  return done;
}

async function addStaff(
  unit: Unit,
  clock: Clock,
  roles: RoleGrants,
  row: ImportedStaff,
  operator: string,
): Promise<string> {
  const personId = randomUUID();
  await unit.db
    .insertInto('person')
    .values({ id: personId, name: row.name, confirmed: true, created_at: clock.now() })
    .execute();
  await unit.db
    .insertInto('staff')
    .values({ staff_number: row.staffNumber, person_id: personId, ...columnsOf(row) })
    .execute();
  await roles.give(personId, row, { through: 'staff-list', operator });
  await roles.note('invitation-made', personId, operator);
  return invite(unit, clock, personId);
}

const columnsOf = ({ role, node, workPhone, hours }: ImportedStaff) => ({
  role,
  node,
  work_phone: workPhone,
  hours,
});

interface KnownStaff extends ReturnType<typeof columnsOf> {
  person_id: string;
  name: string | null;
}

/** @returns whether anything differed */
async function changeStaff(
  unit: Unit,
  roles: RoleGrants,
  known: Omit<KnownStaff, 'role'> & { role: string },
  row: ImportedStaff,
  operator: string,
): Promise<boolean> {
  const { person_id: personId } = known;
  const movedPost = known.role !== row.role || known.node !== row.node;
  const renamed = known.name !== row.name;
  const reachedOtherwise = known.work_phone !== row.workPhone || known.hours !== row.hours;
  if (!movedPost && !renamed && !reachedOtherwise) return false;
  if (renamed)
    await unit.db
      .updateTable('person')
      .set({ name: row.name, confirmed: true })
      .where('id', '=', personId)
      .execute();
  await unit.db
    .updateTable('staff')
    .set(columnsOf(row))
    .where('staff_number', '=', row.staffNumber)
    .execute();
  if (movedPost) {
    await roles.take(personId, known, { through: 'staff-list', operator });
    await roles.give(personId, row, { through: 'staff-list', operator });
  }
  return true;
}
