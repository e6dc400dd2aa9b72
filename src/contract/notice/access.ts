import { type Grant, holds } from '../role';
import type { Audience, Reader } from './audience';
import { isForAny } from './places';

/** Officers of every level, and workers for their own grid. */
const authors = ['officer', 'worker'] as const;

/** Whether somebody may publish over a node. */
export const mayPublish = (grants: readonly Grant[], node: string): boolean =>
  authors.some((role) => holds(grants, role, node));

/**
 * The author's node a notice is published from: the highest of their grants that covers everyone it is for;
 * undefined when some of it lies outside.
 */
export function publishingNode(audience: Audience, grants: readonly Grant[]): string | undefined {
  return grants
    .filter((grant) => audience.include.every((node) => mayPublish([grant], node)))
    .map((grant) => grant.node)
    .sort((a, b) => a.length - b.length)[0];
}

/** A notice is open to those it is for, wherever they live now, and to officers who could have published it. */
export const mayRead = (
  audience: Audience,
  viewer: { readers: readonly Reader[]; grants: readonly Grant[] },
): boolean => isForAny(audience, viewer.readers) || publishingNode(audience, viewer.grants) !== undefined;
