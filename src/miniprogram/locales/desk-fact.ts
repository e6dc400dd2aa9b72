import { defineTexts } from './define';

/** What an official enters about somebody's health. */
export const deskFactTexts = defineTexts({
  'desk.fact.title': { zh: '记录情况', en: 'Enter a fact' },
  'desk.fact.find': { zh: '记录谁的情况', en: 'About whom' },
  'desk.fact.kind': { zh: '什么情况', en: 'What is known' },
  'desk.fact.since': { zh: '哪天开始', en: 'Since which day' },
  'desk.fact.days': { zh: '{count} 天后', en: 'after {count} days' },
  'desk.fact.yes': { zh: '有', en: 'Yes' },
  'desk.fact.no': { zh: '没有', en: 'No' },
  'desk.fact.change': { zh: '换一个', en: 'Change' },
  'desk.fact.nowhere': { zh: '没找到这个地方', en: 'No place of this name' },
  'desk.fact.from.zh': { zh: '谁说的（本人看得到）', en: 'Who says so, in Chinese (the person reads it)' },
  'desk.fact.from.en': { zh: '谁说的，英文', en: 'Who says so, in English' },
  'desk.fact.from.hint': {
    zh: '比如：西湖区疾控中心',
    en: 'For example: the district’s disease control centre',
  },
  'desk.fact.reason': { zh: '为什么现在记', en: 'Why it is entered now' },
  'desk.fact.reason.hint': { zh: '第二个签字的人会看', en: 'Whoever signs second reads this' },
  'desk.fact.worsens': {
    zh: '要另一位干部也同意才算，在那以前颜色不变',
    en: 'Counts when a second officer agrees; until then the colour stays',
  },
  'desk.fact.helps': {
    zh: '马上算，码按规则重新定',
    en: 'Counts at once; the rules decide the colour afresh',
  },
  'desk.fact.send': { zh: '提交', en: 'Submit' },
  'desk.fact.waits': { zh: '等第二个人同意', en: 'Waits for a second' },
  'desk.fact.waits.about': {
    zh: '在那以前颜色不变。去“等两人同意”看进展。',
    en: 'Until then the colour stays. See how it stands under “Takes two”.',
  },
  'desk.fact.counts': { zh: '记下了，已经算数', en: 'Entered, and counts' },
  'desk.fact.counts.about': {
    zh: '码已经按规则重新定过，本人手机马上看到。',
    en: 'The rules have decided the colour afresh; the person’s phone shows it at once.',
  },
  'desk.fact.another': { zh: '记录另一个人', en: 'Enter about another' },
});
