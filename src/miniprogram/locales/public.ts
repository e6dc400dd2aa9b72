import { defineTexts } from './define';

/** What of a request anybody can read: said before it is filed, and on its page. */
export const publicTexts = defineTexts({
  'public.before': {
    zh: '这类事会公开：是哪一类、在哪条街、什么时候、办到哪一步。你是谁、门牌、你写的话和照片不公开；社区工作人员看过、放出来的才公开。',
    en: 'Matters of this kind are public: what kind, which street, when, how far it is. Who you are, your door, your words and photos are not, unless the community looks at them and releases them.',
  },
  'public.title': { zh: '公开了什么', en: 'What is public' },
  'public.always': {
    zh: '谁都能看到：这类事、时间、进度，地点写“{place}”。看不到是谁提的。',
    en: 'Anyone sees the kind, the times, the progress and “{place}” as the place; never who filed it.',
  },
  'public.words': { zh: '写的话', en: 'The words' },
  'public.link': { zh: '附的链接', en: 'The link' },
  'public.link.title': { zh: '别的系统附的链接', en: 'A link sent by another system' },
  'public.link.about': {
    zh: '这里没有打开过它。长按可以复制；不认识的网站不要打开。',
    en: 'It was never opened here. Press and hold to copy it; do not open a site you do not know.',
  },
  'public.photo': { zh: '照片 {at}', en: 'Photo {at}' },
  'public.released': { zh: '已公开', en: 'Public' },
  'public.withheld': { zh: '没公开', en: 'Not public' },
  'public.release': { zh: '公开', en: 'Release' },
  'public.take-back': { zh: '收回', en: 'Take back' },
  'public.release.label': { zh: '公开{part}', en: 'Release: {part}' },
  'public.take-back.label': { zh: '收回{part}', en: 'Take back: {part}' },
  'public.look-first': {
    zh: '里面有名字、电话、门牌、人脸、车牌的，不要公开。',
    en: 'Release nothing that shows a name, phone, door, face or number plate.',
  },
});
