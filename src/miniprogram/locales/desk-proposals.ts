import { defineTexts } from './define';

/** What waits for a second official, and what becomes of it. */
export const deskProposalTexts = defineTexts({
  'desk.proposals.title': { zh: '等两人同意', en: 'Takes two' },
  'desk.proposals.none': { zh: '没有等你看的', en: 'Nothing waits for you' },
  'desk.proposals.none.about': {
    zh: '可能让人变色的事，要两个人同意才算',
    en: 'What could worsen a colour counts when two have agreed',
  },
  'desk.proposals.waiting': { zh: '在等第二个人', en: 'Waiting for a second' },
  'desk.proposals.decided': { zh: '已经有结果', en: 'Decided' },
  'desk.proposals.state.waiting': { zh: '在等', en: 'waits' },
  'desk.proposals.state.applied': { zh: '已生效', en: 'in force' },
  'desk.proposals.state.refused': { zh: '没同意', en: 'refused' },
  'desk.proposals.state.withdrawn': { zh: '已撤回', en: 'taken back' },
  'desk.proposals.worsens': { zh: '会让 {count} 个人变色', en: 'Turns {count} people' },
  'desk.proposals.worsens.one': { zh: '会让 1 个人变色', en: 'Turns one person' },
  'desk.proposals.worsens.none': { zh: '现在不会让谁变色', en: 'Turns nobody now' },
  'desk.proposals.above': { zh: '人多，还要上一级签', en: 'So many that the level above signs too' },
  'desk.proposals.about': { zh: '说的是谁', en: 'About' },
  'desk.proposals.place': { zh: '哪里', en: 'Place' },
  'desk.proposals.reason': { zh: '为什么', en: 'Why' },
  'desk.proposals.by': { zh: '谁提的', en: 'Proposed by' },
  'desk.proposals.signed': { zh: '谁签了', en: 'Signed by' },
  'desk.proposals.refused': { zh: '谁没同意', en: 'Refused by' },
  'desk.proposals.sign': { zh: '我看清楚了，同意', en: 'I have seen it and agree' },
  'desk.proposals.refuse': { zh: '不同意', en: 'Refuse' },
  'desk.proposals.refuse.words': { zh: '为什么不同意', en: 'Why not' },
  'desk.proposals.refuse.hint': { zh: '提的人会看到', en: 'Whoever proposed it reads this' },
  'desk.proposals.refuse.act': { zh: '就这样回', en: 'Refuse it' },
  'desk.proposals.withdraw': { zh: '撤回', en: 'Take it back' },
  'desk.proposals.back': { zh: '回到列表', en: 'Back to the list' },
  'desk.confirm.waits': { zh: '还要另一个人同意', en: 'A second official has to agree' },
  'desk.confirm.waits.about': {
    zh: '这份证件带来的记录可能让码变色。另一位干部在“等两人同意”里签了才算，请告诉对方在等。',
    en: 'What comes with this document could turn the code. It counts when another officer has signed under “Takes two”; tell the person that it waits.',
  },
});
