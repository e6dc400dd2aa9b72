import type { Grant } from '../role';
import { covers } from '../role';

/** What a rule needs to know of a request to say who may see it. */
export interface RequestParties {
  filerId: string;
  /** 15 digits, or 12 when it lies with the community desk. */
  node: string;
}

export type RequestViewer = { personId: string; grants: readonly Grant[] };

/**
 * Who someone is to a request: its filer, one of those who handle it, or nobody.
 * A worker handles their own grid's; an officer all below their node.
 */
export function relationTo(request: RequestParties, viewer: RequestViewer): 'filer' | 'handler' | 'none' {
  if (request.filerId === viewer.personId) return 'filer';
  const handles = viewer.grants.some(
    (grant) => (grant.role === 'worker' || grant.role === 'officer') && covers(grant, request.node),
  );
  return handles ? 'handler' : 'none';
}
