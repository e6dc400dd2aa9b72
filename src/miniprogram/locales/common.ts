import { defineTexts } from './define';

export const commonTexts = defineTexts({
  'common.loading': { zh: '正在读取', en: 'Loading' },
  'common.retry': { zh: '再试一次', en: 'Try again' },
  'common.failed': { zh: '没读出来，东西都还在', en: 'Could not load. Nothing is lost.' },
  'common.trace': { zh: '求助时报编号 {id}', en: 'Quote number {id} when asking for help' },
  'common.offline': { zh: '没有网络，照样能用', en: 'No signal. It works all the same.' },
  'common.offline.age': { zh: '没网，这是 {time} 的内容', en: 'No signal; this is from {time}' },
  'common.offline.waiting': {
    zh: '{count} 件事等着发，有网就发',
    en: '{count} waiting; sent once you are online',
  },
  'common.back': { zh: '返回', en: 'Back' },
  'common.close': { zh: '关闭', en: 'Close' },
  'common.chosen': { zh: '已选', en: 'chosen' },
  'common.today': { zh: '今天 {time}', en: 'today {time}' },
  'common.yesterday': { zh: '昨天 {time}', en: 'yesterday {time}' },
  'common.tomorrow': { zh: '明天 {time}', en: 'tomorrow {time}' },
  'tab.code': { zh: '亮码', en: 'Code' },
  'tab.services': { zh: '办事', en: 'Services' },
  'tab.notices': { zh: '通知', en: 'Notices' },
  'tab.me': { zh: '我的', en: 'Me' },
  'tab.unread': { zh: '{count} 条未读', en: '{count} unread' },
});
