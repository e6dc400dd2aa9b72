import { defineTexts } from './define';

export const phonesTexts = defineTexts({
  'phones.title': { zh: '手机丢了', en: 'Lost phone' },
  'phones.about': {
    zh: '这些手机登录着你的账号。丢了哪部，就停用哪部。',
    en: 'These phones are signed in as you. End the one you lost.',
  },
  'phones.this': { zh: '就是这部', en: 'This phone' },
  'phones.unnamed': { zh: '没报名字的手机', en: 'A phone without a name' },
  'phones.used': { zh: '{day} 用过', en: 'Used on {day}' },
  'phones.used-today': { zh: '今天用过', en: 'Used today' },
  'phones.bears': { zh: '上面有 {names} 的码', en: 'Bears the codes of {names}' },
  'phones.bears-none': { zh: '上面没有码', en: 'Bears no code' },
  'phones.end': { zh: '停用这部手机', en: 'End this phone' },
  'phones.end.words': {
    zh: '“{device}”马上退出登录，上面的密钥和码全部作废{whose}。找回来要重新登录。',
    en: '“{device}” is signed out at once, and every key and code on it is void{whose}. Found again, it has to sign in anew.',
  },
  'phones.end.whose': { zh: '，包括 {names} 的', en: ', those of {names} too' },
  'phones.ended': {
    zh: '停用了。那部手机上的码不能再用。',
    en: 'Ended. No code on that phone works any more.',
  },
  'phones.only-this': {
    zh: '只有这一部。丢的是别人的，请用他们自己的手机，或到社区服务台办。',
    en: 'Only this one. For somebody else’s phone, use theirs, or go to the community desk.',
  },
  'phones.desk': {
    zh: '手上没有别的手机，带证件到社区服务台，一次全停。',
    en: 'With no other phone at hand, bring a document to the community desk: all are ended at once.',
  },
});
