import { codeLengths } from '../region/code';
import { covers, type Grant, type Role } from '../role';
import type { ActKind } from './act';

/** Somebody who serves, as far as signing goes. */
export interface Official {
  personId: string;
  confirmed: boolean;
  grants: readonly Grant[];
}

/** What is to be signed, as far as who may do so goes. */
export interface Matter {
  kind: ActKind;
  /** Region code of the place it belongs to. */
  node: string;
  /** Only somebody whose place lies strictly above it. */
  levelAboveOnly?: boolean;
  /** Whom it is about, and whoever is family of theirs by law: they neither bring it in nor decide it. */
  concerned: readonly string[];
}

/** By whom, and by which of their places. */
export interface SignedFrom {
  personId: string;
  node: string;
}

/** What a worker brings in of the people of their own grid: what they learn and see at the door. */
const byWorkers: readonly ActKind[] = ['fact', 'person-key', 'home'];

/**
 * - `name-not-confirmed`: whoever acts on colours is a person the community has seen
 * - `outside-your-place`: none of their grants covers it
 * - `concerns-you`: it is about them, or about a child they guard or a guardian of theirs
 */
export type ProposingFault = 'name-not-confirmed' | 'outside-your-place' | 'concerns-you';

/** The place somebody proposes from, or why they may not. */
export const proposingNode = (official: Official, matter: Matter) =>
  standing(official, matter, byWorkers.includes(matter.kind) ? ['officer', 'worker'] : ['officer']);

/** The place somebody signs or refuses from, or why they may not. Workers never do. */
export const decidingNode = (official: Official, matter: Matter) => standing(official, matter, ['officer']);

/** Of several places that cover it the highest counts, so that nobody stands below themself. */
function standing(
  { personId, confirmed, grants }: Official,
  { node, levelAboveOnly = false, concerned }: Matter,
  roles: readonly Role[],
): { node: string } | { fault: ProposingFault } {
  const [highest] = roles.flatMap((role) =>
    grants
      .filter((grant) => grant.role === role && covers(grant, node))
      .filter((grant) => !levelAboveOnly || grant.node.length < node.length)
      .map((grant) => grant.node)
      .sort((a, b) => a.length - b.length),
  );
  if (highest === undefined) return { fault: 'outside-your-place' };
  if (!confirmed) return { fault: 'name-not-confirmed' };
  return concerned.includes(personId) ? { fault: 'concerns-you' } : { node: highest };
}

/**
 * Whether somebody is one of those who stand for it already.
 * @param accounts theirs: one person may have come to several
 */
export const hasHandIn = (
  accounts: readonly string[],
  { proposedBy, signedBy }: { proposedBy: SignedFrom; signedBy: readonly SignedFrom[] },
): boolean => [proposedBy, ...signedBy].some(({ personId }) => accounts.includes(personId));

/** Whether a place lies above the level at which another decides: a worker decides nothing, their community does. */
export const isLevelAbove = (node: string, other: string): boolean =>
  other.startsWith(node) && node.length < Math.min(other.length, codeLengths.community);

/** Whether so many are too many for two of one level. `together`: others of the same rule and source within a day. */
export const takesLevelAbove = (worsens: number, together: number, threshold: number): boolean =>
  worsens > 0 && worsens + together > threshold;

/** Whether nobody's signature is missing any more. */
export const isComplete = ({
  proposedBy,
  signedBy,
  needsLevelAbove,
}: {
  proposedBy: SignedFrom;
  signedBy: readonly SignedFrom[];
  needsLevelAbove: boolean;
}): boolean =>
  signedBy.some(({ personId }) => personId !== proposedBy.personId) &&
  (!needsLevelAbove || signedBy.some(({ node }) => isLevelAbove(node, proposedBy.node)));
