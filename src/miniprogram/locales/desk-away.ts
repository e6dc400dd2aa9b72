import { defineTexts } from './define';

/** Who of a team is away, and who stands in. */
export const deskAwayTexts = defineTexts({
  'away.title': { zh: '谁不在，谁来代', en: 'Who is away, who stands in' },
  'away.about': {
    zh: '不在的这几天，新的和在办的事都显示代的人，居民也看得到。',
    en: 'While somebody is away, what they have and what comes shows who stands in; residents see it too.',
  },
  'away.nobody': { zh: '这里没有别的同事可以代', en: 'There is nobody else here who could stand in' },
  'away.until': { zh: '到 {day}，{name} 代', en: 'Until {day}, {name} stands in' },
  'away.here': { zh: '在岗', en: 'Here' },
  'away.who': { zh: '谁不在', en: 'Who is away' },
  'away.stand-in': { zh: '谁来代', en: 'Who stands in' },
  'away.last-day': { zh: '不在的最后一天', en: 'Last day away' },
  'away.later': { zh: '更晚', en: 'Later' },
  'away.which-day': { zh: '哪一天', en: 'Which day' },
  'away.which-day.hint': { zh: '比如 2026-12-24', en: 'Such as 2026-12-24' },
  'away.send': { zh: '记下', en: 'Note it' },
  'away.back': { zh: '回来了', en: 'Back' },
  'away.grid': { zh: '哪个网格', en: 'Which grid' },
});
