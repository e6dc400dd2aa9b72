import { defineTexts } from './define';

/** The page of the rules in force. */
export const rulesTexts = defineTexts({
  'rules.title': { zh: '健康码规则', en: 'Rules of the code' },
  'rules.about': {
    zh: '颜色只按下面这些规则来定，谁都能看。没有一条对得上，就是绿码。',
    en: 'Colours follow these rules and nothing else; anybody may read them. Where none applies, the code is green.',
  },
  'rules.none': { zh: '现在没有规则', en: 'No rules now' },
  'rules.none.about': { zh: '所有人都是绿码。', en: 'Everybody is green.' },
  'rules.yellow': { zh: '黄码', en: 'Yellow' },
  'rules.red': { zh: '红码', en: 'Red' },
  'rules.said': { zh: '对得上的人会看到', en: 'What the person is told' },
  'rules.ways': { zh: '怎样变回绿码', en: 'The way back to green' },
  'rules.ways.one': { zh: '一条就够', en: 'any one will do' },
  'rules.version': { zh: '{rule}，第 {version} 版', en: '{rule}, version {version}' },
  'rules.valid': { zh: '{from} 至 {to} 有效', en: 'Valid from {from} to {to}' },
  'rules.examples': { zh: '举例', en: 'Examples' },
  'rules.example.passes': { zh: '不变色', en: 'no change' },
  'rules.whose': { zh: '只看这一条', en: 'Only this rule' },
  'rules.all': { zh: '看全部 {count} 条', en: 'All {count} rules' },
  'rules.two': {
    zh: '改一条规则要两位县里的人签字，改了就记在公开的记录里。',
    en: 'Changing a rule takes two officials of the county, and stands in a public log.',
  },
});
