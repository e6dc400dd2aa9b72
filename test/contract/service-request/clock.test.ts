import fc from 'fast-check';
import { clockOf, mayReopen, mayUrge, type TimedStep } from '../../../src/contract/service-request/clock';
import type { RequestEvent, RequestState } from '../../../src/contract/service-request/lifecycle';
import { stateCouncilCalendar } from '../../../src/contract/working-time/calendar';
import { usualHours } from '../../../src/contract/working-time/hours';

const office = { calendar: stateCouncilCalendar, hours: usualHours };
const limits = { accept: { hours: 2 }, resolve: { days: 3 } };
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const said = (moment: number | undefined): string =>
  moment === undefined ? '' : new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const day = 86_400_000;

type Told = readonly [event: RequestEvent, state: RequestState, at: string];
const timeline = (...told: Told[]): TimedStep[] =>
  told.map(([event, state, moment]) => ({ event, state, at: new Date(at(moment)) }));
const filed: Told = ['submit', 'submitted', '2026-11-24 09:00'];
const taken: Told = ['accept', 'accepted', '2026-11-24 10:00'];

describe('what a request waits for, and until when', () => {
  test.each<[string, Told[], 'accept' | 'resolve' | 'confirm', string, string]>([
    ['filed', [filed], 'accept', '2026-11-24 11:00', '2026-11-24 10:36'],
    [
      'accepted: the days count from filing',
      [filed, taken],
      'resolve',
      '2026-11-27 09:00',
      '2026-11-26 12:00',
    ],
    [
      'handed over it goes on',
      [filed, taken, ['assign', 'assigned', '2026-11-25 09:00']],
      'resolve',
      '2026-11-27 09:00',
      '2026-11-26 12:00',
    ],
    [
      'asked and answered: what it stood is added',
      [filed, taken, ['ask', 'waiting', '2026-11-24 14:00'], ['answer', 'in_progress', '2026-11-25 14:00']],
      'resolve',
      '2026-11-30 09:00',
      '2026-11-27 12:00',
    ],
    [
      'asked and never answered: three working days are added',
      [filed, taken, ['ask', 'waiting', '2026-11-24 14:00']],
      'resolve',
      '2026-12-02 09:00',
      '2026-12-01 12:00',
    ],
    [
      'asked a third time: it runs on',
      [
        filed,
        taken,
        ['ask', 'waiting', '2026-11-24 14:00'],
        ['answer', 'in_progress', '2026-11-24 15:00'],
        ['ask', 'waiting', '2026-11-24 15:00'],
        ['answer', 'in_progress', '2026-11-24 16:00'],
        ['ask', 'waiting', '2026-11-24 16:00'],
      ],
      'resolve',
      '2026-11-27 11:00',
      '2026-11-26 15:30',
    ],
    [
      'said to be done: seven calendar days to say so',
      [filed, taken, ['resolve', 'resolved', '2026-11-26 15:00'], ['reply', 'resolved', '2026-11-27 09:00']],
      'confirm',
      '2026-12-03 15:00',
      '2026-12-02 15:00',
    ],
    [
      'disputed: the clock begins anew',
      [
        filed,
        taken,
        ['resolve', 'resolved', '2026-11-26 15:00'],
        ['dispute', 'in_progress', '2026-11-27 09:00'],
      ],
      'resolve',
      '2026-12-02 09:00',
      '2026-12-01 12:00',
    ],
  ])('%s', (_, told, waitsFor, due, warn) => {
    const clock = clockOf(timeline(...told), limits, office, at('2026-11-24 16:30'));
    expect(clock).toMatchObject({ waitsFor, provisional: false });
    expect([said(clock?.dueAt), said(clock?.warnAt)]).toEqual([due, warn]);
  });

  test('stands while the resident is asked, three working days at most', () => {
    const asked = timeline(filed, taken, ['ask', 'waiting', '2026-11-24 14:00']);
    const standing = (now: string) => said(clockOf(asked, limits, office, at(now))?.standsUntil);
    expect(standing('2026-11-25 09:00')).toBe('2026-11-27 14:00');
    expect(standing('2026-11-27 14:00')).toBe('');
  });

  test.each<RequestState>(['closed', 'referred', 'withdrawn'])('nothing once it is %s', (state) => {
    expect(
      clockOf(timeline(filed, ['withdraw', state, '2026-11-24 10:00']), limits, office, 0),
    ).toBeUndefined();
  });

  test('over a year without a calendar it is provisional', () => {
    const clock = clockOf(timeline(['submit', 'submitted', '2031-03-03 09:00']), limits, office, 0);
    expect(clock?.provisional).toBe(true);
  });

  test('no answer makes it due earlier, and what is asked stops it for six working days at most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 * 24 }), { maxLength: 8 }), (gaps) => {
        const plain = clockOf(timeline(filed, taken), limits, office, 0)?.dueAt ?? 0;
        let moment = at('2026-11-24 10:00');
        const steps = timeline(filed, taken);
        gaps.forEach((hours, index) => {
          moment += hours * 3_600_000;
          const event = index % 2 === 0 ? 'ask' : 'answer';
          steps.push({ event, state: event === 'ask' ? 'waiting' : 'in_progress', at: new Date(moment) });
        });
        const due = clockOf(steps, limits, office, moment)?.dueAt ?? 0;
        expect(due).toBeGreaterThanOrEqual(plain);
        expect(due - plain).toBeLessThanOrEqual(12 * day);
      }),
    );
  });
});

describe('what may be said how often', () => {
  test('one urge a day', () => {
    const urged = timeline(filed, ['urge', 'submitted', '2026-11-24 12:00']);
    expect(mayUrge(timeline(filed), at('2026-11-24 12:00'))).toBe(true);
    expect(mayUrge(urged, at('2026-11-25 11:59'))).toBe(false);
    expect(mayUrge(urged, at('2026-11-25 12:00'))).toBe(true);
  });

  test('taken up again within thirty days of its end', () => {
    const ended = timeline(filed, ['time-out', 'closed', '2026-11-24 12:00']);
    expect(mayReopen(ended, at('2026-12-24 12:00'))).toBe(true);
    expect(mayReopen(ended, at('2026-12-24 12:01'))).toBe(false);
  });
});
