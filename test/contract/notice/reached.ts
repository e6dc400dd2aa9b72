import fc from 'fast-check';
import type { Reached } from '../../../src/contract/notice/counts';

/** Each a part of the one before, as it is but for who acknowledges for family; often few, sometimes many. */
export const reached: fc.Arbitrary<Reached> = fc
  .tuple(fc.oneof(fc.nat(8), fc.nat(60)), fc.nat(12), fc.nat(12), fc.nat(12))
  .map(([acknowledged, opened, delivered, audience]) => ({
    audience: acknowledged + opened + delivered + audience + 1,
    delivered: acknowledged + opened + delivered,
    opened: acknowledged + opened,
    acknowledged,
  }));

export const sumOf = (all: readonly Reached[]): Reached => {
  const of = (column: keyof Reached): number => all.reduce((sum, each) => sum + each[column], 0);
  return {
    audience: of('audience'),
    delivered: of('delivered'),
    opened: of('opened'),
    acknowledged: of('acknowledged'),
  };
};
