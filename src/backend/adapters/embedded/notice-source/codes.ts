import { lineage } from '@contract/region/code';
import { placeOf, type Reader } from '@contract/notice/audience';

/** The codes a reader is found by: where they live and all above it. */
export const codesOf = (reader: Reader): string[] => lineage(placeOf(reader));

/** A home is never above the community, so nobody is looked for higher. */
const community = 12;

/**
 * The places whose readers a notice reaches because it is for a part of where they live: the grid and the community
 * above each building, the community above each grid.
 */
export const wholesOf = (include: readonly string[]): string[] => [
  ...new Set(
    include.flatMap((node) => lineage(node).filter((code) => code !== node && code.length >= community)),
  ),
];
