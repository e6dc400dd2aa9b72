import { defineTexts } from './define';

/** What people do with a request: on its page and at the desk. */
export const actTexts = defineTexts({
  'act.add': { zh: '补充', en: 'Add' },
  'act.urge': { zh: '催办', en: 'Urge' },
  'act.answer': { zh: '回话', en: 'Answer' },
  'act.confirm': { zh: '确认办好了', en: 'Yes, it is done' },
  'act.dispute': { zh: '没办好', en: 'Not done' },
  'act.reopen': { zh: '重新打开', en: 'Reopen' },
  'act.withdraw': { zh: '撤回', en: 'Withdraw' },
  'act.accept': { zh: '接单', en: 'Take it' },
  'act.assign': { zh: '转给同事', en: 'Hand over' },
  'act.start': { zh: '开始处理', en: 'Start' },
  'act.reply': { zh: '回复', en: 'Reply' },
  'act.ask': { zh: '问居民', en: 'Ask' },
  'act.refer': { zh: '不归网格', en: 'Not ours' },
  'act.resolve': { zh: '办好了', en: 'Done' },
  'joined.waiting': { zh: '{count} 位邻居也在等', en: '{count} neighbours wait for it too' },
  'joined.for-all': { zh: '也给跟着的 {count} 位邻居看', en: 'For the {count} neighbours who follow too' },
  'joined.for-all.about': {
    zh: '他们看不到是谁报的。写的话和照片里别带报事人的名字。语音不给他们。',
    en: 'They never see who reported it: keep that name out of words and photos. A voice note does not go to them.',
  },
});
