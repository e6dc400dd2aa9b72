import fc from 'fast-check';
import { offset } from '../../../src/contract/region/geometry';
import { mayKnowActor } from '../../../src/contract/service-request/anonymity';
import {
  cellOf,
  cellsAround,
  isForAllUnlessSaid,
  isNear,
  mayBeForAll,
  metresBetween,
  outcomeOf,
  spotAt,
  spotOf,
} from '../../../src/contract/service-request/duplicates';
import {
  type RequestEvent,
  requestEvents,
  requestStates,
} from '../../../src/contract/service-request/lifecycle';

const inChina = fc.record({
  lng: fc.double({ min: 74, max: 134, noNaN: true }),
  lat: fc.double({ min: 4, max: 53, noNaN: true }),
});
const street = { scope: 'public', near: { metres: 50, days: 14 } } as const;
const now = Date.parse('2026-11-24T02:00:00Z');
const day = 86_400_000;

describe('what lies near', () => {
  it('is in one of the cells looked into, wherever in the country it is', () => {
    const away = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(inChina, away, away, fc.integer({ min: 10, max: 500 }), (point, x, y, metres) => {
        const asked = spotAt({ point });
        const other = spotAt({ point: offset(point, x * metres, y * metres) });
        if (!asked || !other || metresBetween(asked, other) > metres) return;
        expect(cellsAround(asked, metres)).toContain(cellOf(other));
      }),
    );
  });

  it('is rounded to some 10 m', () => {
    fc.assert(
      fc.property(inChina, (point) => {
        const spot = spotAt({ point });
        if (spot?.kind !== 'point') throw new Error('a point');
        expect(metresBetween(spot, { kind: 'point', point })).toBeLessThan(10);
        expect(spotAt({ point: spot.point })).toEqual(spot);
      }),
    );
  });

  it('is one building where there is no point, and never compared with one', () => {
    const [here, there] = [spotAt({ building: 'a' }), spotAt({ building: 'b' })];
    const point = spotAt({ point: { lng: 120, lat: 30 } });
    if (!here || !there || !point) throw new Error('spots');
    expect([metresBetween(here, here), metresBetween(here, there), metresBetween(here, point)]).toEqual([
      0,
      Infinity,
      Infinity,
    ]);
    expect(spotAt({ building: null })).toBeUndefined();
  });

  it.each(requestStates)('while it is %s: asked about only if something is still to come', (state) => {
    const spot = { kind: 'building', building: 'a' } as const;
    const reported = { category: 'c', state, spot, createdAt: new Date(now - 14 * day) };
    const ended = ['closed', 'referred', 'withdrawn'].includes(state);
    expect(isNear(reported, { category: 'c', spot }, street.near, now)).toBe(!ended);
    expect(isNear(reported, { category: 'd', spot }, street.near, now)).toBe(false);
    expect(isNear(reported, { category: 'c', spot }, street.near, now + 1)).toBe(false);
  });
});

describe('what neighbours are told of', () => {
  const place = { point: { lng: 120, lat: 30 } };
  it.each([
    ['a thing in a public place', street, false, true],
    ['an anonymous matter', street, true, false],
    ['a home', { ...street, scope: 'private' as const }, false, false],
    ['what no category asks about', { scope: 'public' as const }, false, false],
  ])('%s', (_, category, anonymous, told) => {
    expect(spotOf(category, { anonymous }, place) !== undefined).toBe(told);
  });

  it('is where it stands and what was said to all, and no other word', () => {
    const step = (
      event: 'submit' | 'accept' | 'reply' | 'add' | 'resolve',
      state: 'submitted' | 'accepted' | 'resolved',
      forAll = false,
    ) => ({
      event,
      state,
      role: event === 'submit' || event === 'add' ? ('filer' as const) : ('handler' as const),
      forAll,
    });
    const timeline = [
      step('submit', 'submitted'),
      step('accept', 'accepted'),
      step('reply', 'accepted'),
      // A filer says nothing to all, whatever is stored.
      step('add', 'accepted', true),
      step('reply', 'accepted', true),
      step('resolve', 'resolved'),
    ];
    expect(outcomeOf(timeline).map(({ step, withWords }) => [timeline.indexOf(step), withWords])).toEqual([
      [0, false],
      [1, false],
      [4, true],
      [5, false],
    ]);
  });

  it('is the outcome unless the team says otherwise, a reply where it says so, and nothing else', () => {
    const events = Object.keys(requestEvents) as RequestEvent[];
    expect(events.filter(mayBeForAll).sort()).toEqual(['reply', 'resolve']);
    expect(events.filter(isForAllUnlessSaid)).toEqual(['resolve']);
  });
});

describe('who took a step', () => {
  it.each([
    [true, 'handler', 'filer', false],
    [true, 'handler', 'handler', true],
    [true, 'filer', 'filer', true],
    [false, 'handler', 'filer', true],
  ] as const)('anonymous %s, seen by the %s: the %s is known: %s', (anonymous, viewer, acted, known) => {
    expect(mayKnowActor({ anonymous }, viewer, acted)).toBe(known);
  });
});
