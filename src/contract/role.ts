/**
 * What a person may be beside a resident. A grant holds for a node of the tree and all below it.
 * `worker` 网格员, `officer` (community and above), `checkpoint` (a guard at a gate).
 */
export const roles = ['worker', 'officer', 'checkpoint'] as const;
export type Role = (typeof roles)[number];

export interface Grant {
  role: Role;
  /** Region code; ancestors are prefixes, so "covers" is a prefix test. */
  node: string;
}

export const covers = (grant: Grant, node: string): boolean => node.startsWith(grant.node);

/** Whether any of the grants is of the role and covers the node. */
export const holds = (grants: readonly Grant[], role: Role, node: string): boolean =>
  grants.some((grant) => grant.role === role && covers(grant, node));

/** As what somebody serves the people of a node: the higher where they are both. */
export const servingRole = (grants: readonly Grant[], node: string): 'officer' | 'worker' | undefined =>
  (['officer', 'worker'] as const).find((role) => holds(grants, role, node));

/** Whether somebody serves the people of a node: a worker of it, or an officer of it or above. */
export const serves = (grants: readonly Grant[], node: string): boolean =>
  servingRole(grants, node) !== undefined;
