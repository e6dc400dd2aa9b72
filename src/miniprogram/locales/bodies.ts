import { defineTexts } from './define';

/** Whom one turns to beside the grid, danger before everything, and the cards that bodies keep themselves. */
export const bodyTexts = defineTexts({
  'danger.unsent': {
    zh: '没发出去，没人知道。别等，打 {number}',
    en: 'Not sent: nobody knows yet. Call {number}',
  },

  'body.notice': { zh: '先看看：{headline}', en: 'Look first: {headline}' },
  'body.notice.by': { zh: '{author}，{time} 发的通知', en: 'Notice of {author}, {time}' },
  'body.meets.next': { zh: '下次开会：{time}', en: 'Next meeting: {time}' },
  'body.meets.was': { zh: '上次开会是 {time}', en: 'The last meeting was on {time}' },
  'body.meets.was.about': {
    zh: '下次还没写上，打电话问问',
    en: 'The next one is not written down yet: call and ask',
  },
  'body.meets.none': { zh: '下次开会还没写上', en: 'The next meeting is not written down yet' },
  'body.agenda': { zh: '要议的事', en: 'On the agenda' },
  'body.agenda.was': { zh: '上次议的事', en: 'Was on the agenda' },
  'body.by.itself': { zh: '他们自己写的', en: 'In their own words' },
  'body.by.county': { zh: '县里登记的', en: 'As the county has it' },
  'body.old': { zh: '{day}以后没人改过，可能旧了', en: 'Not touched since {day}: it may be out of date' },
  'body.ours': { zh: '是你们的组织？用邀请码管名片', en: 'Is it yours? Keep its card by invitation' },
  'body.ours.about': { zh: '网格员和干部改不了', en: 'Grid workers and officers cannot change it' },
  'body.mine': { zh: '我们的名片', en: 'Our card' },

  'card.title': { zh: '我们议事会的名片', en: 'Our council’s card' },
  'card.code.about': {
    zh: '县里登记你们的时候出了一张邀请码。输入以后，名片归你管；谁都看得见，网格员和干部改不了。',
    en: 'The county printed an invitation when it listed you. With it the card is yours to keep: everybody reads it, grid workers and officers cannot change it.',
  },
  'card.code': { zh: '邀请码', en: 'Invitation' },
  'card.code.hint': { zh: '16 个字母和数字', en: '16 letters and figures' },
  'card.code.use': { zh: '我来管', en: 'I keep it' },
  'card.public': { zh: '写上的谁都看得见，别写私人号码', en: 'Everybody reads this: no private numbers' },
  'card.call': { zh: '电话', en: 'Number' },
  'card.where': { zh: '在哪里', en: 'Where' },
  'card.hours': { zh: '什么时候有人', en: 'When somebody is there' },
  'card.day': { zh: '下次开会哪天', en: 'Day of the next meeting' },
  'card.day.hint': { zh: '比如 2026-12-26', en: 'e.g. 2026-12-26' },
  'card.time': { zh: '几点', en: 'Time' },
  'card.time.hint': { zh: '比如 14:00', en: 'e.g. 14:00' },
  'card.meets-where': { zh: '在哪里开', en: 'Meeting place' },
  'card.agenda': { zh: '要议的事，一行一件', en: 'The agenda, a line for each' },
  'card.day.wrong': {
    zh: '日期写成 2026-12-26，时间写成 14:00',
    en: 'Write the day as 2026-12-26 and the time as 14:00',
  },
  'card.save': { zh: '存下', en: 'Save' },
  'card.saved': { zh: '存好了，现在大家看到的就是这张', en: 'Saved: this is what everybody sees now' },
  'card.hand-on': { zh: '交给下一位', en: 'Hand on' },
  'card.hand-on.about': {
    zh: '给下一位看这个码，{time} 前有效。对方用了以后，名片就归对方管。',
    en: 'Show this code to whoever comes next; good until {time}. Once used, the card is theirs.',
  },
});
