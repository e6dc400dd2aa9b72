import fc from 'fast-check';
import { answeringFor, answeringHandling } from '../../../src/contract/complaint/answering';
import { complaintAnswerBy, complaintRole } from '../../../src/contract/complaint/complaint';
import {
  answeringAbove,
  answeringNode,
  handledBy,
  higherOf,
  isConcerned,
} from '../../../src/contract/complaint/handling';
import { dayAt } from '../../../src/contract/calendar-day';
import { ancestors, codeLengths, isUnder } from '../../../src/contract/region/code';
import { roles, type Grant } from '../../../src/contract/role';
import { stateCouncilCalendar } from '../../../src/contract/working-time/calendar';

const county = '330106';
const township = `${county}109`;
const community = `${township}001`;
const grid = `${community}001`;
const nextGrid = `${community}002`;
const otherCommunity = `${township}002`;
const otherTownship = `${county}110001001`;
const officerOf = (node: string): Grant => ({ role: 'officer', node });
const workerOf = (node: string): Grant => ({ role: 'worker', node });

describe('who answers a complaint about handling', () => {
  it.each([
    ['the team of a grid', [grid], [workerOf(grid)], community],
    ['nobody yet', [grid], [], community],
    ['two grids of a community', [grid, nextGrid], [workerOf(grid), workerOf(nextGrid)], community],
    ['grids of two communities', [grid, `${otherCommunity}001`], [], township],
    ['an officer of the community', [grid], [workerOf(grid), officerOf(community)], township],
    ['the community, where it went up to', [grid, community], [], township],
    ['the community’s desk', [community], [], township],
    ['an officer of the township', [grid], [officerOf(township)], county],
    ['two townships', [grid, otherTownship], [], county],
    ['an officer of the county: others of the county', [grid], [officerOf(county)], county],
    ['an officer of the city: the county', [grid], [officerOf('3301')], county],
    ['an officer of elsewhere, who is none here', [grid], [officerOf(otherCommunity)], community],
    [
      'a guard at the gate of all of it',
      [grid],
      [{ role: 'checkpoint', node: township } as Grant],
      community,
    ],
  ])('%s', (_, places, grants, node) => {
    expect(answeringNode({ places }, grants)).toBe(node);
  });

  const node = fc
    .tuple(fc.constantFrom('109', '110'), fc.constantFrom('001', '002'), fc.constantFrom('', '001', '002'))
    .map((parts) => county + parts.join(''));
  const grants = fc.array(
    fc.record({
      role: fc.constantFrom(...roles),
      node: fc.oneof(
        node,
        node.map((one) => one.slice(0, 9)),
      ),
    }),
  );

  it('is above everybody who handled it and no higher than need be, up to the county', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1 }), grants, (places, held) => {
        const answering = answeringNode({ places }, held);
        const acted = held.filter(
          (grant) => grant.role === 'officer' && places.some((place) => place.startsWith(grant.node)),
        );
        const all = [...places, ...acted.map((grant) => grant.node)];
        for (const one of all) {
          expect(isUnder(one, answering)).toBe(true);
          expect(one).not.toBe(answering);
        }
        // One level lower is not above all of them.
        const lower = ancestors(all[0] ?? '').filter((one) => one.length > answering.length);
        for (const one of lower) expect(all.every((each) => ancestors(each).includes(one))).toBe(false);
      }),
    );
  });

  it('goes up level by level and stops at the county', () => {
    expect([community, township, county].map(answeringAbove)).toEqual([township, county, undefined]);
    fc.assert(
      fc.property(node, (from) => {
        const above = answeringAbove(from);
        expect(above !== undefined && above.length >= codeLengths.county && isUnder(from, above)).toBe(true);
        expect(higherOf(from, above ?? '')).toBe(above);
      }),
    );
  });
});

describe('whom a complaint about handling concerns', () => {
  const timeline = [
    { event: 'submit', actorId: 'filer' },
    { event: 'accept', actorId: 'taker' },
    { event: 'assign', actorId: 'taker', nextOwner: 'given' },
    { event: 'urge', actorId: 'filer' },
    { event: 'assign', actorId: 'given', nextNode: nextGrid },
    { event: 'escalate', actorId: null, destination: community },
    { event: 'refer', actorId: 'referrer', destination: '城管' },
  ] as const;
  const by = handledBy({ node: nextGrid, ownerId: 'owner', timeline });

  it('is everybody who acted on it or had it, in each place it lay or went up to; never who filed it', () => {
    expect([...by.people].sort()).toEqual(['given', 'owner', 'referrer', 'taker']);
    expect(by.places).toEqual([nextGrid, community]);
  });

  it.each([
    ['who acted, officer above or not', 'taker', [officerOf(county)], 'none'],
    ['whom it was handed to', 'given', [officerOf(community)], 'none'],
    ['one of the grid’s team who is an officer too', 'else', [workerOf(nextGrid), officerOf(county)], 'none'],
    ['a worker', 'else', [workerOf(nextGrid)], 'none'],
    ['an officer of the level below', 'else', [officerOf(community)], 'none'],
    ['an officer of the level above', 'else', [officerOf(township)], 'officer'],
    ['an officer of the county', 'else', [officerOf(county)], 'officer'],
    ['an officer elsewhere', 'else', [officerOf(`${county}110`)], 'none'],
    ['who wrote it', 'filer', [officerOf(county)], 'filer'],
  ] as const)('%s: %s is %s', (_, id, grants, role) => {
    const parties = { filerId: 'filer', county, handling: { node: township, by } };
    expect(complaintRole(parties, { id, grants })).toBe(role);
  });

  it('is hidden from them whatever they hold', () => {
    const grant = fc.record({
      role: fc.constantFrom(...roles),
      node: fc.constantFrom('33', '3301', county, township, community, nextGrid),
    });
    const parties = { filerId: 'filer', county, handling: { node: township, by } };
    fc.assert(
      fc.property(fc.constantFrom('else', ...by.people), fc.array(grant), (id, grants) => {
        const viewer = { id, grants };
        if (isConcerned(by, viewer)) expect(complaintRole(parties, viewer)).toBe('none');
        if (by.people.includes(id)) expect(isConcerned(by, viewer)).toBe(true);
      }),
    );
  });
});

describe('a complaint about handling', () => {
  it('is answered within 13 working days, one about the app within 5', () => {
    // Tuesday 24 November 2026.
    const from = Date.parse('2026-11-24T10:00:00+08:00');
    const by = (kind: 'handling' | 'complaint') =>
      dayAt(complaintAnswerBy(from, stateCouncilCalendar, kind) - 1);
    expect([by('handling'), by('complaint')]).toEqual(['2026-12-11', '2026-12-01']);
  });

  it('lies before officers of any level, one about the app before the county alone', () => {
    const held = [officerOf(community), officerOf(county), workerOf(grid)];
    expect([answeringHandling(held), answeringFor(held)]).toEqual([[community, county], [county]]);
  });
});
