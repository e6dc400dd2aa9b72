import fc from 'fast-check';
import {
  clockStep,
  dueAfter,
  hearingMs,
  warnBeforeMs,
  type ClockStep,
  type Pending,
} from '../../../src/contract/appeal/clock';
import { climb, hearersOf, hearingPlaces, type Bench } from '../../../src/contract/appeal/hearing';
import type { Shift } from '../../../src/contract/appeal/roster';

const home = '330106990001001';
const [community = '', township = '', county = '', city = ''] = hearingPlaces(home);
const filedAt = Date.parse('2026-10-01T18:00:00.000Z'); // 2 o'clock on the night of a holiday in China
const minute = 60_000;

const always = (node: string, personId: string): Shift[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    node,
    personId,
    on: { weekday },
    from: '00:00',
    until: '00:00',
  }));
const at = (places: Record<string, string>, barred: string[] = [], time = filedAt): Bench => ({
  home,
  officers: Object.entries(places).map(([personId, node]) => ({ personId, node, confirmed: true })),
  shifts: Object.entries(places).flatMap(([personId, node]) => always(node, personId)),
  barred: new Set(barred),
  at: time,
});
const everywhere = { a: community, b: township, c: county, d: city };
const waiting: Pending = { state: 'waiting', node: community, dueAt: dueAfter(filedAt), warned: false };

const after = (pending: Pending, step: ClockStep): Pending =>
  step.event === 'warn'
    ? { ...pending, warned: true }
    : step.event === 'pass-on'
      ? { ...pending, node: step.node }
      : { state: 'waiting', node: step.node, dueAt: step.dueAt, warned: false };

/** Looked at at these moments, the last one last. */
function run(pending: Pending, bench: Bench, moments: readonly number[]): Pending {
  let now = pending;
  for (const moment of moments)
    for (let step = clockStep(now, { ...bench, at: moment }); step;) {
      now = after(now, step);
      step = clockStep(now, { ...bench, at: moment });
    }
  return now;
}

describe('where an appeal is heard', () => {
  it('is the community first, then township, county and city', () => {
    expect(hearingPlaces(home)).toEqual(['330106990001', '330106990', '330106', '3301']);
    expect(hearingPlaces('330106')).toEqual(['330106', '3301']);
  });

  it.each([
    ['the community, where somebody is on duty', at(everywhere), community, ['a']],
    ['one up, where the one on duty entered the fact', at(everywhere, ['a']), township, ['b']],
    ['two up, where there is nobody in between', at({ a: community, c: county }, ['a']), county, ['c']],
    [
      'the top, by anyone who serves the place, where nobody is on duty',
      { ...at(everywhere), shifts: [] },
      city,
      ['a', 'b', 'c', 'd'],
    ],
    [
      'the top, but never by whoever entered it',
      { ...at(everywhere, ['a', 'c']), shifts: [] },
      city,
      ['b', 'd'],
    ],
  ])('%s', (_, bench, node, hearers) => {
    expect(climb(bench, community)).toBe(node);
    expect([...hearersOf(bench, node)]).toEqual(hearers);
  });

  it('is by nobody whom the community has not seen, and by no officer of another place', () => {
    const bench = at({ a: community, e: '330203990001' });
    const unseen = bench.officers.map((officer) => ({ ...officer, confirmed: officer.personId !== 'a' }));
    expect([...hearersOf({ ...bench, officers: unseen }, community)]).toEqual([]);
    expect([...hearersOf({ ...bench, shifts: [] }, city)]).toEqual(['a']);
  });
});

describe('the clock of an appeal', () => {
  const step = (minutes: number, pending = waiting, bench = at(everywhere)) =>
    clockStep(pending, { ...bench, at: filedAt + minutes * minute });

  it('warns after ninety minutes, once, and goes one level up after two hours of the night', () => {
    expect(step(89)).toBeUndefined();
    expect(step(90)).toEqual({ event: 'warn' });
    expect(step(119, { ...waiting, warned: true })).toBeUndefined();
    expect(step(120, { ...waiting, warned: true })).toEqual({
      event: 'escalate',
      node: township,
      dueAt: filedAt + 2 * hearingMs,
    });
  });

  it('goes on up every two hours, and at the top stays there and is due again', () => {
    const hours = (count: number) => run(waiting, at(everywhere), [filedAt + count * 60 * minute]);
    expect([0, 2, 4, 6, 8, 10].map((count) => hours(count).node)).toEqual([
      community,
      township,
      county,
      city,
      city,
      city,
    ]);
    expect(hours(10).dueAt).toBe(filedAt + 12 * 60 * minute);
  });

  it('waits for nobody’s evidence and for nobody who took it', () => {
    for (const state of ['taken', 'asked'] as const)
      expect(step(120, { ...waiting, state })).toMatchObject({ event: 'escalate', node: township });
  });

  it('passes it on at once when the last one on duty has gone, unless they took it', () => {
    const bench = at({ b: township });
    expect(step(5, waiting, bench)).toEqual({ event: 'pass-on', node: township });
    expect(step(5, { ...waiting, state: 'taken' }, bench)).toBeUndefined();
  });

  it('does nothing to what is answered or withdrawn', () => {
    for (const state of ['answered-by-rules', 'granted', 'refused', 'withdrawn'] as const)
      expect(step(1000, { ...waiting, state })).toBeUndefined();
  });

  const people = fc.subarray(Object.keys(everywhere));
  const moments = fc
    .array(fc.integer({ min: 0, max: 900 }), { maxLength: 12 })
    .map((all) => all.sort((a, b) => a - b));
  it('comes to the same, however often it is looked at: a server that stood still changes nothing', () => {
    fc.assert(
      fc.property(people, moments, fc.integer({ min: 900, max: 1200 }), (there, looks, last) => {
        const bench = at(Object.fromEntries(Object.entries(everywhere).filter(([id]) => there.includes(id))));
        const first = { ...waiting, node: climb(bench, community) };
        const times = [...looks, last].map((minutes) => filedAt + minutes * minute);
        expect(run(first, bench, times)).toEqual(run(first, bench, times.slice(-1)));
      }),
    );
  });

  it('is due at a whole number of two hours after the filing, never goes down, and warns in the last half hour only', () => {
    fc.assert(
      fc.property(people, people, moments, (there, barred, looks) => {
        const bench = at(
          Object.fromEntries(Object.entries(everywhere).filter(([id]) => there.includes(id))),
          barred,
        );
        let now = waiting;
        for (const minutes of looks) {
          const time = filedAt + minutes * minute;
          for (let next = clockStep(now, { ...bench, at: time }); next;) {
            if (next.event === 'warn') expect(now.dueAt - time).toBeLessThanOrEqual(warnBeforeMs);
            const then = after(now, next);
            expect(then.node.length).toBeLessThanOrEqual(now.node.length);
            expect((then.dueAt - filedAt) % hearingMs).toBe(0);
            now = then;
            next = clockStep(now, { ...bench, at: time });
          }
          expect(now.dueAt).toBeGreaterThan(time);
          for (const hearer of hearersOf({ ...bench, at: time }, now.node))
            expect(barred).not.toContain(hearer);
        }
      }),
    );
  });
});
