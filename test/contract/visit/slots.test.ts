import fc from 'fast-check';
import { startOf, dayAt } from '../../../src/contract/calendar-day';
import { DAYS_AHEAD, LEAD, openSlots, overlaps, SLOT, type Slot } from '../../../src/contract/visit/slots';
import { stateCouncilCalendar } from '../../../src/contract/working-time/calendar';
import { usualHours } from '../../../src/contract/working-time/hours';
import { workingTimeBetween } from '../../../src/contract/working-time/reckon';

const office = { calendar: stateCouncilCalendar, hours: usualHours };
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const said = ({ from, until }: Slot): string =>
  [from, until].map((moment) => new Date(moment + 8 * 3_600_000).toISOString().slice(5, 16)).join('–');
const day = (slots: readonly Slot[], of: string): string[] =>
  slots.filter(({ from }) => dayAt(from) === of).map((slot) => said(slot).replace(/\d\d-\d\dT/g, ''));

describe('when somebody can come', () => {
  const whole = ['09:00–10:00', '10:00–11:00', '11:00–12:00', '14:00–15:00', '15:00–16:00', '16:00–17:00'];

  it('is whole hours of working time, from an hour ahead', () => {
    const slots = openSlots(at('2026-11-23T09:10'), [], office); // a Monday
    expect(day(slots, '2026-11-23')).toEqual(whole.slice(2));
    expect(day(slots, '2026-11-24')).toEqual(whole);
    expect(openSlots(at('2026-11-23T10:00'), [], office)[0]).toEqual({
      from: at('2026-11-23T11:00'),
      until: at('2026-11-23T12:00'),
    });
  });

  it('leaves out weekends and holidays, and takes in days made up for', () => {
    // National Day 2026: 1–7 October; 10 October is worked.
    const days = new Set(openSlots(at('2026-09-30T17:31'), [], office).map(({ from }) => dayAt(from)));
    expect([...days]).toEqual(['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13']);
    const late = openSlots(at('2026-09-30T16:30'), [], office);
    expect(new Set(late.map(({ from }) => dayAt(from))).has('2026-09-30')).toBe(false);
  });

  it('leaves out what is taken, by a minute too', () => {
    const taken = [{ from: at('2026-11-24T09:59'), until: at('2026-11-24T10:01') }];
    expect(day(openSlots(at('2026-11-23T09:10'), taken, office), '2026-11-24')).toEqual(whole.slice(2));
  });

  const moment = fc.integer({ min: at('2024-01-01T00:00'), max: at('2026-12-20T00:00') });
  const taken = (now: number) =>
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 8 })).map(([start, length]) => ({
        from: now + start * 3_600_000,
        until: now + (start + length) * 3_600_000,
      })),
      { maxLength: 8 },
    );

  it('is always an hour of work, apart from the others and from what is taken, soon but not too soon', () => {
    fc.assert(
      fc.property(
        moment.chain((now) => taken(now).map((slots) => ({ now, slots }))),
        ({ now, slots }) => {
          const open = openSlots(now, slots, office);
          open.forEach((slot, index) => {
            expect(slot.until - slot.from).toBe(SLOT);
            expect(workingTimeBetween(slot.from, slot.until, office)).toBe(SLOT);
            expect(slot.from).toBeGreaterThanOrEqual(now + LEAD);
            expect(slots.some((other) => overlaps(slot, other))).toBe(false);
            const next = open[index + 1];
            if (next) expect(next.from).toBeGreaterThanOrEqual(slot.until);
          });
          expect(new Set(open.map(({ from }) => startOf(dayAt(from)))).size).toBeLessThanOrEqual(DAYS_AHEAD);
        },
      ),
      { numRuns: 100 },
    );
  });
});
