import { codeLengths } from '../region/code';
import { type Grant, holds } from '../role';
import type { Audience } from './audience';
import { isEmergency, type Severity } from './notice';

/** Where a county wants a second person besides the cases below. */
export interface ApprovalRule {
  /** These need one wherever they go. */
  severities: readonly Severity[];
}

/** The node that holds a whole audience: the longest code that all of it begins with; '' for more than a province. */
export function reachOf({ include }: Pick<Audience, 'include'>): string {
  const lengths = Object.values(codeLengths).sort((a, b) => b - a);
  const [first = ''] = include;
  for (const length of lengths)
    if (first.length >= length && include.every((node) => node.startsWith(first.slice(0, length))))
      return first.slice(0, length);
  return '';
}

/** Extreme or Severe beyond a township, and what the county asks for besides. */
export const needsApproval = (
  { severity, audience }: { severity: Severity; audience: Pick<Audience, 'include'> },
  rule: ApprovalRule,
): boolean =>
  rule.severities.includes(severity) ||
  (isEmergency(severity) && reachOf(audience).length < codeLengths.township);

/** A second person: an officer of the place it goes out from or above it, and never its author. */
export const mayApprove = (
  draft: { authorId: string; node: string },
  approver: { id: string; grants: readonly Grant[] },
): boolean => approver.id !== draft.authorId && holds(approver.grants, 'officer', draft.node);
