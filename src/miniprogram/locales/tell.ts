import { defineTexts } from './define';

/** One message by WeChat, asked for by a tap. */
export const tellTexts = defineTexts({
  'tell.request': { zh: '有进展时微信告诉我一次', en: 'Tell me once by WeChat when it moves' },
  'tell.request.about': {
    zh: '只说哪一类、到哪一步、什么时候，不说内容',
    en: 'It says the kind, the step and the time, not what it is about',
  },
  'tell.colour': { zh: '码变了微信告诉我一次', en: 'Tell me once by WeChat when my code changes' },
  'tell.colour.about': {
    zh: '只说码变了，不说颜色和原因',
    en: 'It says that it changed, not the colour or why',
  },
  'tell.notice': { zh: '有新通知微信告诉我一次', en: 'Tell me once by WeChat of a new notice' },
  'tell.notice.about': { zh: '只说有新通知，不说内容', en: 'It says that there is one, not what it says' },
  'tell.waiting': {
    zh: '还会告诉你 {count} 次；再点一下，多一次',
    en: '{count} to come; tap for one more',
  },
  'tell.kept': { zh: '记下了', en: 'Noted' },
  'tell.no': {
    zh: '没开。想开再点一次，选“允许”。',
    en: 'Not on. Tap again and choose “Allow” if you like.',
  },
  'tell.off': {
    zh: '微信里关了这个小程序的消息。点右上角“…”，在“设置”里打开“通知管理”，再点这里。',
    en: 'WeChat’s messages from here are off. Turn them on in “…”, “Settings”, then tap here again.',
  },
  'tell.not-kept': { zh: '没记上。有网了再点一次。', en: 'Not noted. Tap again once you are online.' },
});
