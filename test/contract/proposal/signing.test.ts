import fc from 'fast-check';
import type { ActKind } from '../../../src/contract/proposal/act';
import {
  decidingNode,
  hasHandIn,
  isComplete,
  isLevelAbove,
  proposingNode,
  takesLevelAbove,
} from '../../../src/contract/proposal/signing';
import type { Grant } from '../../../src/contract/role';

const [city, county, township, community, grid] = [
  '3301',
  '330106',
  '330106001',
  '330106001001',
  '330106001001007',
];
const official = (grants: Grant[], confirmed = true) => ({ personId: 'a', confirmed, grants });
const officer = (node: string): Grant => ({ role: 'officer', node });
const worker = (node: string): Grant => ({ role: 'worker', node });
const matter = (kind: ActKind, more = {}) => ({
  kind,
  node: grid as string,
  concerned: [] as string[],
  ...more,
});

describe('who may bring something in', () => {
  test.each([
    ['an officer of the community', [officer(community)], 'fact', community],
    ['an officer of two levels, as of the higher', [officer(community), officer(county)], 'fact', county],
    ['the worker of the grid', [worker(grid)], 'fact', grid],
    ['the worker who sees the document', [worker(grid)], 'person-key', grid],
    ['the worker who writes down a home', [worker(grid)], 'home', grid],
  ] as const)('%s', (_, grants, kind, node) => {
    expect(proposingNode(official([...grants]), matter(kind))).toEqual({ node });
  });

  test.each([
    [
      'the worker of another grid',
      official([worker(`${community}008`)]),
      matter('fact'),
      'outside-your-place',
    ],
    ['a worker, taking a fact away', official([worker(grid)]), matter('fact-removal'), 'outside-your-place'],
    ['a worker with a file', official([worker(grid)]), matter('facts-file'), 'outside-your-place'],
    ['a guard', official([{ role: 'checkpoint', node: county }]), matter('fact'), 'outside-your-place'],
    [
      'an officer of a neighbouring place',
      official([officer('330107')]),
      matter('fact'),
      'outside-your-place',
    ],
    ['one whom nobody has seen', official([officer(community)], false), matter('fact'), 'name-not-confirmed'],
    [
      'whom it is about',
      official([officer(community)]),
      matter('fact', { concerned: ['a'] }),
      'concerns-you',
    ],
    [
      'an officer of the very node whose level is to be set',
      official([officer(community)]),
      matter('risk-level', { node: community, levelAboveOnly: true }),
      'outside-your-place',
    ],
  ] as const)('not %s', (_, who, what, fault) => {
    expect(proposingNode(who, what)).toEqual({ fault });
  });

  test('the level above sets a level', () => {
    const what = matter('risk-level', { node: community, levelAboveOnly: true });
    expect(proposingNode(official([officer(community), officer(township)]), what)).toEqual({
      node: township,
    });
  });

  test('a worker never decides', () => {
    expect(decidingNode(official([worker(grid)]), matter('fact'))).toEqual({ fault: 'outside-your-place' });
  });
});

describe('when nobody’s signature is missing', () => {
  const by = (personId: string, node: string) => ({ personId, node });
  test.each([
    ['nobody has signed', [], false, false],
    ['whoever brought it in has signed', [by('a', community)], false, false],
    ['a second has signed', [by('b', community)], false, true],
    [
      'two of one level have, where the level above is asked for',
      [by('b', community), by('c', community)],
      true,
      false,
    ],
    ['one of them is of the level above', [by('b', community), by('c', township)], true, true],
    ['the second is of the level above', [by('b', county)], true, true],
  ] as const)('%s', (_, signedBy, needsLevelAbove, complete) => {
    const proposedBy = by('a', community);
    expect(isComplete({ proposedBy, signedBy, needsLevelAbove })).toBe(complete);
  });

  test('of a worker’s the level above is not their own community, which decides for them anyway', () => {
    expect(isLevelAbove(community, grid)).toBe(false);
    expect(isLevelAbove(township, grid)).toBe(true);
    expect(isLevelAbove(city, county)).toBe(true);
    expect(isLevelAbove('3302', county)).toBe(false);
  });

  test('never by one person alone, under however many accounts', () => {
    const account = fc.constantFrom('a', 'a2', 'a3');
    const node = fc.constantFrom(city, county, township, community);
    fc.assert(
      fc.property(
        account,
        fc.array(fc.tuple(account, node)),
        node,
        fc.boolean(),
        (first, tries, at, above) => {
          const signed: { personId: string; node: string }[] = [];
          const proposedBy = by(first, at as string);
          for (const [personId, from] of tries)
            if (!hasHandIn(['a', 'a2', 'a3'], { proposedBy, signedBy: signed }))
              signed.push(by(personId, from as string));
          expect(isComplete({ proposedBy, signedBy: signed, needsLevelAbove: above })).toBe(false);
        },
      ),
    );
  });

  test('a larger number never takes fewer signatures', () => {
    const people = fc.nat(1000);
    fc.assert(
      fc.property(people, people, people, people, (worsens, more, together, threshold) => {
        const before = takesLevelAbove(worsens, together, threshold);
        if (before) {
          expect(takesLevelAbove(worsens + more, together, threshold)).toBe(true);
          expect(takesLevelAbove(worsens, together + more, threshold)).toBe(true);
        }
      }),
    );
  });

  test.each([
    [100, 0, false],
    [101, 0, true],
    [1, 100, true],
    [40, 60, false],
    [0, 500, false],
  ])('%i people and %i of the same day: %s', (worsens, together, above) => {
    expect(takesLevelAbove(worsens, together, 100)).toBe(above);
  });
});
