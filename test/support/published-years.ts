import { dayAt, startOf } from '../../src/contract/calendar-day';
import type { PublishedYear } from '../../src/contract/working-time/published-year';

function days(name: string, first: string, last: string, isOffDay: boolean): PublishedYear['days'] {
  const found: PublishedYear['days'][number][] = [];
  for (let at = startOf(first); at <= startOf(last); at += 86_400_000)
    found.push({ name, date: dayAt(at), isOffDay });
  return found;
}

/** 2026 as the State Council published it, in the form a county brings it in. */
export const year2026: PublishedYear = {
  year: 2026,
  papers: ['国务院办公厅关于 2026 年部分节假日安排的通知'],
  days: [
    ...days('元旦', '2026-01-01', '2026-01-03', true),
    ...days('元旦', '2026-01-04', '2026-01-04', false),
    ...days('春节', '2026-02-14', '2026-02-14', false),
    ...days('春节', '2026-02-15', '2026-02-23', true),
    ...days('春节', '2026-02-28', '2026-02-28', false),
    ...days('清明', '2026-04-04', '2026-04-06', true),
    ...days('劳动节', '2026-05-01', '2026-05-05', true),
    ...days('劳动节', '2026-05-09', '2026-05-09', false),
    ...days('端午', '2026-06-19', '2026-06-21', true),
    ...days('国庆节', '2026-09-20', '2026-09-20', false),
    ...days('中秋', '2026-09-25', '2026-09-27', true),
    ...days('国庆节', '2026-10-01', '2026-10-07', true),
    ...days('国庆节', '2026-10-10', '2026-10-10', false),
  ],
};

/** A year nobody has published yet, as a notice might have it: two days off more than the law alone gives. */
export const year2031: PublishedYear = {
  year: 2031,
  papers: ['（测试）2031'],
  days: [
    ...days('元旦', '2031-01-01', '2031-01-03', true),
    ...days('元旦', '2031-01-04', '2031-01-04', false),
    ...days('劳动节', '2031-05-01', '2031-05-01', true),
    ...days('国庆节', '2031-10-01', '2031-10-03', true),
  ],
};
