import dayjs from 'dayjs';
import { windowOf } from '../../../../src/miniprogram/packages/desk/venues/window';

const now = dayjs('2026-11-24T14:32:00').valueOf();
const at = (text: string) => dayjs(text).toISOString();

describe('a window as an officer types it', () => {
  it.each([
    ['this morning', 0, '9:30', '11:00', ['2026-11-24T09:30', '2026-11-24T11:00']],
    ['until this minute', 0, '9:30', '14:32', ['2026-11-24T09:30', '2026-11-24T14:32']],
    ['yesterday, to the last minute', 1, '00:00', '23:59', ['2026-11-23T00:00', '2026-11-23T23:59']],
    ['with full-width signs and spaces', 0, ' 9：30', '１１:00 ', ['2026-11-24T09:30', '2026-11-24T11:00']],
    ['thirteen days ago', 13, '9:00', '10:00', ['2026-11-11T09:00', '2026-11-11T10:00']],
  ])('%s', (_, daysAgo, from, until, [first = '', last = '']) => {
    expect(windowOf(daysAgo, from, until, now)).toEqual({ from: at(first), until: at(last) });
  });

  it.each([
    ['later than now', 0, '9:30', '14:33'],
    ['the wrong way round', 0, '11:00', '9:30'],
    ['without a length', 0, '11:00', '11:00'],
    ['of an hour there is not', 1, '9:30', '24:00'],
    ['of a minute there is not', 1, '9:60', '10:00'],
    ['in words', 1, '九点', '十点'],
    ['half typed', 1, '9:3', '10:00'],
    ['empty', 1, '', ''],
  ])('none: %s', (_, daysAgo, from, until) => {
    expect(windowOf(daysAgo, from, until, now)).toBeUndefined();
  });
});
