import { defineTexts } from './define';

export const codeTexts = defineTexts({
  'code.title': { zh: '亮码', en: 'Code' },
  'code.green': { zh: '绿码', en: 'Green' },
  'code.yellow': { zh: '黄码', en: 'Yellow' },
  'code.red': { zh: '红码', en: 'Red' },
  'code.green.means': { zh: '可以通行', en: 'Go ahead' },
  'code.yellow.means': { zh: '先问一下', en: 'Ask first' },
  'code.red.means': { zh: '请先留步', en: 'Please wait' },
  'code.confirmed': { zh: '社区已确认', en: 'Confirmed by the community' },
  'code.self-declared': { zh: '自己填写，未确认', en: 'Self-declared' },
  'code.rolls': { zh: '每 30 秒换一次，截图无效', en: 'New every 30 s; screenshots do not work' },
  'code.fresh-until': {
    zh: '有效到{time} · 没有网络也能亮',
    en: 'Valid until {time} · works with no signal',
  },
  'code.stale': {
    zh: '上次更新是{time}。连一次网就好；门岗可能会对一下证件。',
    en: 'Last renewed {time}. Connect once; until then a guard may compare a document.',
  },
  'code.expired': { zh: '码过期了', en: 'Code expired' },
  'code.expired.next': {
    zh: '连上网会自动换新的。急着看病不用码。',
    en: 'It renews once you are online. Care needs no code.',
  },
  'code.none': { zh: '还没有码', en: 'No code yet' },
  'code.none.offline': {
    zh: '第一次要连一次网。看病不用码。',
    en: 'The first time needs a network. Care needs no code.',
  },
  'code.none.sign-in': { zh: '登记名字和住处，一分钟就好', en: 'Give a name and a home: one minute' },
  'code.get': { zh: '开始登记', en: 'Start' },
  'code.renew': { zh: '现在更新', en: 'Renew now' },
  'code.spoken': { zh: '{colour}，{name}，{until}', en: '{colour}, {name}, {until}' },
  'code.next-in': { zh: '{seconds} 秒后换新', en: 'Next in {seconds} s' },
});
