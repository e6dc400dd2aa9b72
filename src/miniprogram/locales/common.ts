import { defineTexts } from './define';

export const commonTexts = defineTexts({
  'common.loading': { zh: '正在读取', en: 'Loading' },
  'common.retry': { zh: '再试一次', en: 'Try again' },
  'common.failed': { zh: '没读出来，东西都还在', en: 'Could not load. Nothing is lost.' },
  'common.trace': { zh: '求助时报编号 {id}', en: 'Quote number {id} when asking for help' },
  'common.offline': { zh: '没有网络，照样能用', en: 'No signal. It works all the same.' },
  'common.offline.waiting': {
    zh: '{count} 件事等着发，有网就发',
    en: '{count} waiting; sent once you are online',
  },
  'common.needs-network': {
    zh: '没发出去，什么都没变。连上网再点一次。',
    en: 'Not sent, nothing has changed. Try again once you are online.',
  },
  'common.not-now': { zh: '先不', en: 'Not now' },
  'common.page-missing': {
    zh: '这一页没打开。有网时，重新打开就好',
    en: 'This page did not open. While online, reopen it.',
  },
  'common.reopen': { zh: '重新打开', en: 'Reopen' },
  'common.unkept': {
    zh: '手机没存住这次的内容。照样能用，关掉就没了',
    en: 'This phone is not keeping this visit. It all works, but is gone once you close it.',
  },
  'common.unkept.unsent': {
    zh: '先别关：{count} 件事还没发出去',
    en: 'Keep it open: {count} not sent yet',
  },
  'common.back': { zh: '返回', en: 'Back' },
  'common.close': { zh: '关闭', en: 'Close' },
  'common.today': { zh: '今天 {time}', en: 'today {time}' },
  'common.yesterday': { zh: '昨天 {time}', en: 'yesterday {time}' },
  'common.day.today': { zh: '今天', en: 'Today' },
  'common.day.yesterday': { zh: '昨天', en: 'Yesterday' },
  'common.tomorrow': { zh: '明天 {time}', en: 'tomorrow {time}' },
  'tab.code': { zh: '亮码', en: 'Code' },
  'tab.services': { zh: '办事', en: 'Services' },
  'tab.notices': { zh: '通知', en: 'Notices' },
  'tab.me': { zh: '我的', en: 'Me' },
  'tab.unread': { zh: '{count} 条未读', en: '{count} unread' },
});
