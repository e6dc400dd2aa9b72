import fc from 'fast-check';
import type { Audience, Reader } from '../../../src/contract/notice/audience';

/** Places of a small world, in which codes meet often: two of each level. */
const lengths = [2, 4, 6, 9, 12, 15, 18] as const;
const full = fc
  .array(fc.constantFrom(0, 1), { minLength: lengths.length, maxLength: lengths.length })
  .map((turns) =>
    turns
      .map((turn, level) =>
        (turn ? '1' : '0').padStart((lengths[level] ?? 0) - (lengths[level - 1] ?? 0), '0'),
      )
      .join(''),
  );
const placeOf = (among: readonly number[]) =>
  fc.tuple(full, fc.constantFrom(...among)).map(([code, length]) => code.slice(0, length));

const nodes = (minLength: number) => fc.array(placeOf(lengths), { minLength, maxLength: 3 });

export const audience: fc.Arbitrary<Audience> = fc.record({ include: nodes(1), except: nodes(0) });

/** Of a grid, of a community while unsure, or of a building. */
export const reader: fc.Arbitrary<Reader> = placeOf([12, 15, 18]).map((code) =>
  code.length === 18 ? { home: code.slice(0, 15), building: code } : { home: code },
);
