import { defineTexts } from './define';

export const meTexts = defineTexts({
  'me.title': { zh: '我的', en: 'Me' },
  'me.not-signed-in': { zh: '还没登录', en: 'Not signed in' },
  'me.no-name': { zh: '还没填名字', en: 'No name yet' },
  'me.no-home': { zh: '还没选住处', en: 'No home yet' },
  'me.worker': { zh: '网格员 {name}', en: 'Grid worker {name}' },
  'me.requests': { zh: '我办的事', en: 'My requests' },
  'me.requests.open': { zh: '{count} 件正在办', en: '{count} open' },
  'me.drafts': { zh: '草稿', en: 'Drafts' },
  'me.waiting': { zh: '等着发', en: 'Waiting to send' },
  'me.desk': { zh: '工作台', en: 'Desk' },
  'me.publish': { zh: '发通知', en: 'Publish a notice' },
  'me.home': { zh: '住处', en: 'Home' },
  'me.moved': { zh: '搬家了', en: 'I moved' },
  'me.name': { zh: '名字', en: 'Name' },
  'me.privacy': { zh: '收什么，为什么', en: 'What is collected, and why' },
  'me.elder': { zh: '大字版', en: 'Large text' },
  'me.language': { zh: '语言 Language', en: 'Language 语言' },
  'me.sign-out': { zh: '退出登录', en: 'Sign out' },
  'me.sign-out.unsent': {
    zh: '还有 {count} 件没发出去。退出后不会再发。',
    en: '{count} not sent yet. Signing out discards them.',
  },
  'me.sign-out.sure': { zh: '退出', en: 'Sign out' },
  'me.stay': { zh: '先不退', en: 'Stay' },
});
