import fc from 'fast-check';
import { lastFiring, parseCron } from '../../../src/backend/adapters/embedded/jobs/cron';

const at = (china: string) => Date.parse(`${china}:00+08:00`);

test.each([
  ['* * * * *', '2026-03-01T12:34', true],
  ['0 3 * * *', '2026-03-01T03:00', true],
  ['0 3 * * *', '2026-03-01T03:01', false],
  ['*/15 * * * *', '2026-03-01T03:45', true],
  ['*/15 * * * *', '2026-03-01T03:46', false],
  ['5-20/5 * * * *', '2026-03-01T03:20', true],
  ['5-20/5 * * * *', '2026-03-01T03:25', false],
  ['0 9,17 * * 1-5', '2026-03-02T17:00', true],
  ['0 9,17 * * 1-5', '2026-03-01T17:00', false],
  ['0 0 * * 7', '2026-03-01T00:00', true],
  ['0 0 13 * 5', '2026-03-13T00:00', true],
  ['0 0 13 * 5', '2026-03-06T00:00', true],
  ['0 0 13 * 5', '2026-03-07T00:00', false],
  ['0 0 29 2 *', '2028-02-29T00:00', true],
])('%s at %s: %s', (line, moment, fires) => {
  expect(parseCron(line)(at(moment))).toBe(fires);
});

test.each([
  '',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '5-1 * * * *',
  '*/0 * * * *',
  'x * * * *',
  '@daily',
])('%j is not a cron line', (line) => {
  expect(() => parseCron(line)).toThrow(RangeError);
});

test('finds the last firing after one moment and up to another', () => {
  const daily = parseCron('0 3 * * *');
  expect(lastFiring(daily, at('2026-03-01T03:00'), at('2026-03-02T02:59'))).toBeUndefined();
  expect(lastFiring(daily, at('2026-03-01T03:00'), at('2026-03-02T03:00'))).toBe(at('2026-03-02T03:00'));
  expect(lastFiring(daily, at('2026-03-01T02:00'), at('2026-03-03T16:00'))).toBe(at('2026-03-03T03:00'));
});

test('consecutive looks find each minute once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 59_999 }), { minLength: 1, maxLength: 50 }), (steps) => {
      const start = at('2026-03-01T00:00');
      const found: number[] = [];
      let until = start;
      for (const step of steps) {
        const firing = lastFiring(parseCron('* * * * *'), until, until + step);
        if (firing !== undefined) found.push(firing);
        until += step;
      }
      const expected = Math.floor((until - start) / 60_000);
      expect(found).toEqual(Array.from({ length: expected }, (_, index) => start + (index + 1) * 60_000));
    }),
  );
});
