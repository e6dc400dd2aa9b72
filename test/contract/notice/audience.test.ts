import fc from 'fast-check';
import { audienceTest, isFor } from '../../../src/contract/notice/audience';
import { mayRead, publishingNode } from '../../../src/contract/notice/access';
import type { Role } from '../../../src/contract/role';
import { audience, reader } from './arbitraries';

const community = '330106001002';
const grid = `${community}007`;
const building = `${grid}005`;
const to = (include: string[], except: string[] = []) => ({ include, except });

describe('to whom a notice goes', () => {
  it.each([
    ['everyone under the node', to([community]), { home: grid }, true],
    ['someone who gave a building', to([community]), { home: grid, building }, true],
    ['nobody of the next community', to(['330106001003']), { home: grid }, false],
    ['their building', to([building]), { home: grid, building }, true],
    ['another building', to([`${grid}006`]), { home: grid, building }, false],
    ['a building of the grid, none given', to([building]), { home: grid }, true],
    ['a grid of the community, grid not sure', to([grid]), { home: community }, true],
    ['an exception for their grid', to([community], [grid]), { home: grid, building }, false],
    ['an exception for their building', to([community], [building]), { home: grid, building }, false],
    ['an exception for a building, none given', to([community], [building]), { home: grid }, true],
    ['an exception above what is included', to([grid], [community]), { home: grid }, false],
  ])('%s', (_, audience_, reader_, expected) => {
    expect(isFor(audience_, reader_)).toBe(expected);
  });

  it('made ready for many readers it says the same', () => {
    fc.assert(
      fc.property(audience, reader, (to_, who) => {
        expect(audienceTest(to_)(who)).toBe(isFor(to_, who));
      }),
      { numRuns: 2000 },
    );
  });

  it('an exception for where one lives always wins', () => {
    fc.assert(
      fc.property(audience, reader, (to_, who) => {
        const at = who.building ?? who.home;
        for (const length of [2, 4, 6, 9, 12, 15, 18].filter((each) => each <= at.length))
          expect(isFor({ ...to_, except: [...to_.except, at.slice(0, length)] }, who)).toBe(false);
      }),
    );
  });

  it('one more node never takes it from anyone, one more exception never gives it', () => {
    fc.assert(
      fc.property(audience, audience, reader, (one, other, who) => {
        const wider = { ...one, include: [...one.include, ...other.include] };
        const narrower = { ...one, except: [...one.except, ...other.except] };
        if (isFor(one, who)) expect(isFor(wider, who)).toBe(true);
        if (!isFor(one, who)) expect(isFor(narrower, who)).toBe(false);
      }),
    );
  });
});

const officer = (node: string): { role: Role; node: string } => ({ role: 'officer', node });

describe('who publishes to whom', () => {
  it.each([
    ['their own node', [community], [officer(community)], community],
    ['a grid below', [grid], [officer(community)], community],
    ['a building below', [building, grid], [officer(community)], community],
    ['from the higher of two', [grid], [officer(community), officer('330106')], '330106'],
    ['a node above', ['330106001'], [officer(community)], undefined],
    ['partly outside', [grid, '330106001003'], [officer(community)], undefined],
    [
      'across two grants, none of which covers all',
      [grid, '330108'],
      [officer(community), officer('330108')],
      undefined,
    ],
    ['as a worker, for their grid', [grid], [{ role: 'worker', node: grid }], grid],
    ['as a worker, beyond it', [community], [{ role: 'worker', node: grid }], undefined],
    ['as a guard', [grid], [{ role: 'checkpoint', node: grid }], undefined],
  ] as const)('%s', (_, include, grants, node) => {
    expect(publishingNode({ include, except: [] }, grants)).toBe(node);
  });

  it('is read by those it is for and by officers who could have published it', () => {
    const audience_ = to([grid]);
    const neighbour = { readers: [{ home: grid }], grants: [] };
    expect(mayRead(audience_, neighbour)).toBe(true);
    expect(mayRead(audience_, { readers: [], grants: [] })).toBe(false);
    expect(mayRead(audience_, { readers: [{ home: '330108001001001' }], grants: [] })).toBe(false);
    expect(mayRead(audience_, { readers: [], grants: [officer(community)] })).toBe(true);
    expect(mayRead(audience_, { readers: [], grants: [officer('330108')] })).toBe(false);
    expect(mayRead(audience_, { readers: [], grants: [{ role: 'worker', node: grid }] })).toBe(true);
  });
});
