import { isUnder } from '../region/code';
import type { NodeLevel } from './level';

/** The level that holds at a place: its own, or that of the nearest node above it that has one; undefined where it is `low` for want of any. */
export const effectiveLevel = <T extends Pick<NodeLevel, 'node' | 'level'>>(
  place: string,
  inForce: readonly T[],
): T | undefined =>
  inForce
    .filter(({ node }) => isUnder(place, node))
    .reduce<T | undefined>(
      (near, one) => (near && near.node.length > one.node.length ? near : one),
      undefined,
    );
