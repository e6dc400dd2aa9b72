import type { Grant } from '../role';
import { covers } from '../role';
import { type Behalf, isOfTeam } from './behalf';

/** What a rule needs to know of a request to say who may see it. */
export interface RequestParties {
  filerId: string;
  /** 15 digits, or 12 when it lies with the community desk. */
  node: string;
  behalf?: Behalf | undefined;
}

export type RequestViewer = { personId: string; grants: readonly Grant[] };

/**
 * Who someone is to a request: its filer, one of those who handle it, or nobody.
 * A worker handles their own grid's; an officer all below their node. What the team filed out of its work is nobody's
 * own: whoever filed it has it as one of the team, as long as they are.
 */
export function relationTo(request: RequestParties, viewer: RequestViewer): 'filer' | 'handler' | 'none' {
  if (request.filerId === viewer.personId && !isOfTeam(request.behalf)) return 'filer';
  const handles = viewer.grants.some(
    (grant) => (grant.role === 'worker' || grant.role === 'officer') && covers(grant, request.node),
  );
  return handles ? 'handler' : 'none';
}
