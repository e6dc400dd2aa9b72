import { levelOf } from '../region/code';
import type { Grant } from '../role';

const answering = ['province', 'city', 'county'] as const;

/** The nodes of which somebody is an officer: what is complained of below them, they may have to answer. */
export const answeringHandling = (grants: readonly Grant[]): string[] =>
  grants.filter(({ role }) => role === 'officer').map(({ node }) => node);

/**
 * The nodes whose complaints about the app somebody answers: of the county or above. An officer of a community answers
 * none.
 */
export const answeringFor = (grants: readonly Grant[]): string[] =>
  answeringHandling(grants).filter((node) => answering.some((level) => level === levelOf(node)));
