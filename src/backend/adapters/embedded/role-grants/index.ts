import type { AuditLog } from '../../../ports/audit-log';
import type { Clock } from '../../../ports/clock';
import type { Unit } from '../database/unit';

export interface Post {
  role: string;
  node: string;
}

/** By which way a role came or went, and who did it where that is a person at the machine. */
export interface Through {
  through: 'grant' | 'staff-list' | 'account-join';
  /** As {@link CountyRegister} says it. */
  operator?: string;
}

/** The one place that writes who has which role: nobody gets or loses one without an entry in the log. */
export interface RoleGrants {
  /** @returns false when the person had it already */
  give(personId: string, post: Post, through: Through): Promise<boolean>;
  /** @returns false when the person did not have it */
  take(personId: string, post: Post, through: Through): Promise<boolean>;
  of(personId: string): Promise<Post[]>;
  /** What is logged only of those who have a role: how somebody may come to sign in as them. */
  note(act: string, personId: string, operator?: string): Promise<void>;
}

export function createRoleGrants(unit: Unit, clock: Clock, log: Pick<AuditLog, 'append'>): RoleGrants {
  const append = (
    act: string,
    personId: string,
    post: Partial<Post>,
    { operator, ...through }: Partial<Through>,
  ) =>
    log.append({
      act,
      ...(post.node === undefined ? {} : { node: post.node }),
      body: { ...(post.role === undefined ? {} : { role: post.role }), ...through },
      personal: { person: personId, ...(operator === undefined ? {} : { operator }) },
      deletedWith: { personId },
    });

  const of: RoleGrants['of'] = (personId) =>
    unit.db
      .selectFrom('role_grant')
      .select(['role', 'node'])
      .where('person_id', '=', personId)
      .orderBy('node')
      .orderBy('role')
      .execute();

  return {
    of,
    give: (personId, { role, node }, through) =>
      unit.together(async () => {
        const added = await unit.db
          .insertInto('role_grant')
          .values({ person_id: personId, role, node, granted_at: clock.now() })
          .onConflict((held) => held.doNothing())
          .returning('node')
          .executeTakeFirst();
        if (added) await append('role-granted', personId, { role, node }, through);
        return added !== undefined;
      }),
    take: (personId, { role, node }, through) =>
      unit.together(async () => {
        const taken = await unit.db
          .deleteFrom('role_grant')
          .where('person_id', '=', personId)
          .where('role', '=', role)
          .where('node', '=', node)
          .returning('node')
          .executeTakeFirst();
        if (taken) await append('role-revoked', personId, { role, node }, through);
        return taken !== undefined;
      }),
    async note(act, personId, operator) {
      if ((await of(personId)).length > 0)
        await append(act, personId, {}, operator === undefined ? {} : { operator });
    },
  };
}
