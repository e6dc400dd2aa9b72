import { dayOf } from '../../src/miniprogram/packages/family/words';

test.each([
  ['2018-06-21', '2018-06-21'],
  ['20180621', '2018-06-21'],
  ['2018 年 6 月 1 日', '2018-06-01'],
  [' 2018/6/1 ', '2018-06-01'],
  ['2024-02-29', '2024-02-29'],
])('%s is the day %s', (typed, day) => expect(dayOf(typed)).toBe(day));

test.each(['', '2018', '2018-06', '2018-13-01', '2023-02-29', '小满', '18-06-21', '2018-06-21-05'])(
  '"%s" is no day',
  (typed) => expect(dayOf(typed)).toBeUndefined(),
);
