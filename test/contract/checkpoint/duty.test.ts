import { isHourOf } from '@contract/checkpoint/duty';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const eight = Date.UTC(2026, 10, 24, 8);

describe('the hours that a duty begun at 8:40 may count at 12:30', () => {
  it.each([
    ['the hour before it', eight - HOUR, false],
    ['the hour it began in', eight, true],
    ['one in the middle', eight + 2 * HOUR, true],
    ['the hour it is', eight + 4 * HOUR, true],
    ['the hour to come', eight + 5 * HOUR, false],
    ['half past ten, which is no hour', eight + 2.5 * HOUR, false],
  ])('%s', (_, hour, fits) => {
    expect(isHourOf(eight + 40 * MINUTE, hour, eight + 4.5 * HOUR)).toBe(fits);
  });

  it('the next one a little early, from a phone whose clock is ahead', () => {
    expect(isHourOf(eight, eight + HOUR, eight + HOUR - MINUTE)).toBe(true);
    expect(isHourOf(eight, eight + HOUR, eight + HOUR - 2 * MINUTE)).toBe(false);
  });

  it('not the hour that was over as it began', () => {
    expect(isHourOf(eight, eight - HOUR, eight)).toBe(false);
  });
});
