import { type Grant, holds } from '../role';
import { type Audience, isFor, type Reader } from './audience';

/**
 * The officer's node a notice is published from: the highest of their grants that covers everyone it is for;
 * undefined when some of it lies outside.
 */
export function publishingNode(audience: Audience, grants: readonly Grant[]): string | undefined {
  return grants
    .filter((grant) => audience.include.every((node) => holds([grant], 'officer', node)))
    .map((grant) => grant.node)
    .sort((a, b) => a.length - b.length)[0];
}

/** A notice is open to those it is for, wherever they live now, and to officers who could have published it. */
export const mayRead = (
  audience: Audience,
  viewer: { reader: Reader | undefined; grants: readonly Grant[] },
): boolean =>
  (viewer.reader !== undefined && isFor(audience, viewer.reader)) ||
  publishingNode(audience, viewer.grants) !== undefined;
