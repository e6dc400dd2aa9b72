import { levelOf } from '../region/code';
import type { Grant } from '../role';

const answering = ['province', 'city', 'county'] as const;

/** The nodes whose complaints somebody answers: of the county or above. An officer of a community answers none. */
export const answeringFor = (grants: readonly Grant[]): string[] =>
  grants
    .filter(({ role, node }) => role === 'officer' && answering.some((level) => level === levelOf(node)))
    .map(({ node }) => node);
