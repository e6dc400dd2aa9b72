import type { Shift } from '@contract/appeal/roster';
import { sql } from 'kysely';
import type { AuditLog } from '../../../ports/audit-log';
import type { DutyRoster } from '../../../ports/duty-roster';
import type { Unit } from '../database/unit';

/** The roster of those who hear appeals, in the deployment's own database. */
export function createDutyRoster(unit: Unit, auditLog: Pick<AuditLog, 'append'>): DutyRoster {
  return {
    async shiftsOf(nodes) {
      if (nodes.length === 0) return [];
      const rows = await unit.db
        .selectFrom('duty_roster')
        .select(['node', 'person_id', 'weekday', 'from_clock', 'until_clock'])
        // As text: the driver's Date is midnight of wherever the process runs.
        .select(sql<string | null>`to_char(day, 'YYYY-MM-DD')`.as('day'))
        .where('node', 'in', nodes)
        .orderBy('node')
        .orderBy('position')
        .execute();
      return rows.map(({ node, person_id, weekday, day, from_clock, until_clock }): Shift => ({
        node,
        personId: person_id,
        on: day === null ? { weekday: weekday ?? 0 } : { day },
        from: from_clock,
        until: until_clock,
      }));
    },
    write: (node, shifts, by) =>
      unit.together(async () => {
        await auditLog.append({
          act: 'duty-roster-written',
          node,
          body: { shifts: shifts.map(({ on, from, until }) => ({ ...on, from, until })) },
          personal: { by },
          deletedWith: { personId: by },
        });
        await unit.db.deleteFrom('duty_roster').where('node', '=', node).execute();
        if (shifts.length === 0) return;
        await unit.db
          .insertInto('duty_roster')
          .values(
            shifts.map(({ personId, on, from, until }, position) => ({
              node,
              position,
              person_id: personId,
              weekday: 'weekday' in on ? on.weekday : null,
              day: 'day' in on ? on.day : null,
              from_clock: from,
              until_clock: until,
            })),
          )
          .execute();
      }),
    async officersOf(nodes) {
      if (nodes.length === 0) return [];
      const rows = await unit.db
        .selectFrom('role_grant')
        .innerJoin('person', 'person.id', 'role_grant.person_id')
        .select(['role_grant.person_id', 'role_grant.node', 'person.confirmed'])
        .where('role_grant.role', '=', 'officer')
        .where('role_grant.node', 'in', nodes)
        .orderBy('role_grant.person_id')
        .execute();
      return rows.map(({ person_id, node, confirmed }) => ({ personId: person_id, node, confirmed }));
    },
  };
}
