import fc from 'fast-check';
import { LEAD, SLOT } from '../../../src/contract/visit/slots';
import {
  choosable,
  MOVES,
  visitEvents,
  arrangedAfter,
  visitorOf,
  visitRefusal,
  type Arranged,
} from '../../../src/contract/visit/visit';

const now = Date.parse('2026-11-23T09:00:00+08:00');
const slotIn = (ms: number) => ({ from: now + ms, until: now + ms + SLOT });
const day = 24 * SLOT;
const here = { takesVisits: true, anonymous: false, ownerId: 'wang' };

const offered: Arranged = { workerId: 'wang', offered: [slotIn(day), slotIn(2 * day)], moves: 0 };
const booked = (ms: number, moves = 0): Arranged => ({ ...offered, booked: slotIn(ms), moves });

/** Written down by hand: what is arranged, then what each step comes to; `-` where it is allowed. */
const table = `
arranged   offer-visit book-visit        cancel-visit   call-off-visit
nothing    -           -                 visit-none     visit-none
offered    -           -                 visit-none     -
tomorrow   -           -                 -              -
in-an-hour -           -                 -              -
sooner     -           visit-too-late    visit-too-late -
going-on   -           visit-too-late    visit-too-late -
over       -           -                 visit-none     visit-none
moved      -           visit-moved-often -              -
`;
const arrangements: Record<string, Arranged | undefined> = {
  nothing: undefined,
  offered,
  tomorrow: booked(day),
  'in-an-hour': booked(LEAD),
  sooner: booked(LEAD - 1),
  'going-on': booked(-SLOT / 2),
  over: booked(-SLOT),
  moved: booked(day, MOVES),
};
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((row) => row.split(/\s+/));

describe('a visit', () => {
  it.each(rows)('%s: offer %s, book %s, cancel %s, call off %s', (arranged, ...cells) => {
    expect(head.slice(1)).toEqual([...visitEvents]);
    visitEvents.forEach((event, index) => {
      const refusal = visitRefusal(event, here, arrangements[arranged ?? ''], now);
      expect([event, refusal ?? '-']).toEqual([event, cells[index]]);
    });
  });

  const anyArrangement = fc.constantFrom(...Object.values(arrangements));
  const anyEvent = fc.constantFrom(...visitEvents);

  it('is never part of a matter without a name, nor of one for which nobody comes', () => {
    fc.assert(
      fc.property(anyArrangement, anyEvent, (arranged, event) => {
        for (const other of [{ anonymous: true }, { takesVisits: false }])
          expect(visitRefusal(event, { ...here, ...other }, arranged, now)).toBe('visit-not-here');
      }),
    );
  });

  it('is chosen of what was offered and is still open; with no offer, or when it is moved, of all that is open', () => {
    const open = [slotIn(SLOT), slotIn(2 * day), slotIn(3 * day)];
    expect(choosable(offered, open)).toEqual([slotIn(2 * day)]);
    expect(choosable(undefined, open)).toEqual(open);
    expect(choosable(booked(day), open)).toEqual(open);
  });

  it('counts as moved only what was still ahead', () => {
    const by = { workerId: 'wang', slots: [slotIn(3 * day)] };
    const movesAfter = (before: Arranged | undefined) => arrangedAfter('book-visit', before, by, now)?.moves;
    expect([undefined, offered, booked(day), booked(day, 1), booked(-SLOT, 2)].map(movesAfter)).toEqual([
      0, 0, 1, 2, 0,
    ]);
    expect(arrangedAfter('offer-visit', booked(day, 2), by, now)).toEqual({
      workerId: 'wang',
      offered: by.slots,
      moves: 0,
    });
    for (const event of ['cancel-visit', 'call-off-visit'] as const)
      expect(arrangedAfter(event, booked(day), by, now)).toBeUndefined();
  });

  it('takes the time of who offered it, else of who has the matter; what nobody has nobody visits', () => {
    expect(visitorOf({ ...offered, workerId: 'li' }, 'wang')).toBe('li');
    expect(visitorOf(undefined, 'wang')).toBe('wang');
    expect(visitRefusal('book-visit', { ...here, ownerId: null }, undefined, now)).toBe('visit-not-here');
    expect(visitRefusal('book-visit', { ...here, ownerId: null }, offered, now)).toBeUndefined();
  });
});
