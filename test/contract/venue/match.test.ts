import * as fc from 'fast-check';
import { checkWindow, listedSince } from '@contract/venue/exposure';
import { matches, wasThere } from '@contract/venue/match';
import { keptVisits, VISIT_KEPT_FOR, VISIT_LASTS } from '@contract/venue/visit';
import { DAY, HOUR, now } from '../health-code/world';

const ten = Date.UTC(2026, 10, 23, 2);
const MINUTE = 60_000;
const visit = (at: number, venueId = 'market') => ({ venueId, venueName: '桂语菜场', at });
const notice = (from: number, until: number, venueId = 'market') => ({ venueId, from, until });

const moment = fc.integer({ min: ten - 3 * DAY, max: ten + 3 * DAY });
const anyVisit = fc.record({
  venueId: fc.constantFrom('market', 'library'),
  venueName: fc.constant(''),
  at: moment,
});
const anyNotice = fc
  .record({
    venueId: fc.constantFrom('market', 'library'),
    from: moment,
    length: fc.integer({ min: 1, max: DAY }),
  })
  .map(({ length, ...rest }) => ({ ...rest, until: rest.from + length }));

describe('whether a visit falls into a notice’s window', () => {
  // A scan at 10:00 is taken to last until 12:00.
  it.each([
    ['within it', ten - HOUR, ten + HOUR, true],
    ['longer than it on both sides', ten + 10 * MINUTE, ten + 20 * MINUTE, true],
    ['begun at its very beginning', ten, ten + HOUR, true],
    ['begun as it ends', ten - HOUR, ten, false],
    ['begun a minute before its end', ten - HOUR, ten + MINUTE, true],
    ['over as it begins', ten + VISIT_LASTS, ten + VISIT_LASTS + HOUR, false],
    ['over a minute after it begins', ten + VISIT_LASTS - MINUTE, ten + VISIT_LASTS + HOUR, true],
    ['the day before', ten + DAY, ten + DAY + HOUR, false],
  ])('%s', (_, from, until, there) => {
    expect(wasThere(visit(ten), notice(from, until))).toBe(there);
  });

  it('never at another venue', () => {
    expect(wasThere(visit(ten), notice(ten - HOUR, ten + HOUR, 'library'))).toBe(false);
  });

  it('is so when some moment belongs to both, and only then', () => {
    fc.assert(
      fc.property(anyVisit, anyNotice, (one, other) => {
        const latestStart = Math.max(one.at, other.from);
        const earliestEnd = Math.min(one.at + VISIT_LASTS, other.until);
        expect(wasThere(one, other)).toBe(one.venueId === other.venueId && latestStart < earliestEnd);
      }),
    );
  });

  it('a longer window loses no match', () => {
    fc.assert(
      fc.property(anyVisit, anyNotice, fc.nat(DAY), fc.nat(DAY), (one, other, before, after) => {
        const longer = { ...other, from: other.from - before, until: other.until + after };
        if (wasThere(one, other)) expect(wasThere(one, longer)).toBe(true);
      }),
    );
  });
});

describe('what a phone finds about itself', () => {
  it('every notice once, with its own visits', () => {
    const morning = visit(ten);
    const evening = visit(ten + 9 * HOUR);
    const elsewhere = visit(ten, 'library');
    const both = notice(ten - HOUR, ten + 12 * HOUR);
    const none = notice(ten - 9 * HOUR, ten - 8 * HOUR);
    expect(matches([evening, elsewhere, morning], [none, both])).toEqual([
      { notice: both, visits: [evening, morning] },
    ]);
  });

  it('nothing where nothing was scanned, or nothing published', () => {
    fc.assert(
      fc.property(fc.array(anyVisit), fc.array(anyNotice), (visits, notices) => {
        expect(matches([], notices)).toEqual([]);
        expect(matches(visits, [])).toEqual([]);
        for (const match of matches(visits, notices))
          for (const one of match.visits) expect(wasThere(one, match.notice)).toBe(true);
      }),
    );
  });
});

describe('what is kept, and what may be published', () => {
  it('a visit goes after fourteen days', () => {
    const old = visit(now - VISIT_KEPT_FOR);
    const young = visit(now - VISIT_KEPT_FOR + 1);
    expect(keptVisits([old, young], now)).toEqual([young]);
  });

  it.each([
    ['yesterday', now - DAY - HOUR, now - DAY, true],
    ['just now', now - HOUR, now, true],
    ['the whole fortnight', now - VISIT_KEPT_FOR, now, true],
    ['a minute before the fortnight', now - VISIT_KEPT_FOR - MINUTE, now, false],
    ['into the future', now - HOUR, now + MINUTE, false],
    ['without a length', now - HOUR, now - HOUR, false],
    ['the wrong way round', now - HOUR, now - 2 * HOUR, false],
    ['without a beginning', Number.NaN, now, false],
  ])('a window of %s', (_, from, until, fits) => {
    expect(checkWindow({ from, until }, now).ok).toBe(fits);
  });

  it('a notice is listed while a kept visit can match it', () => {
    fc.assert(
      fc.property(moment, anyNotice, (at, other) => {
        const [kept] = keptVisits([visit(at, other.venueId)], now);
        if (kept && wasThere(kept, other)) expect(other.until).toBeGreaterThan(listedSince(now));
      }),
    );
  });
});
