import { defineTexts } from './define';

/** Choosing photos, in any form. */
export const photoTexts = defineTexts({
  'request.photos': { zh: '照片 {count}/{max}', en: 'Photos {count}/{max}' },
  'request.photos.who': { zh: '只给办这件事的人看', en: 'Only for those who handle it' },
  'request.photo.add': { zh: '拍一张', en: 'Take one' },
  'request.photo.again': { zh: '再拍', en: 'One more' },
  'request.photo.remove': { zh: '去掉第 {at} 张照片', en: 'Remove photo {at}' },
  'request.photo.which': { zh: '你选的第 {at} 张：{said}', en: 'Of those you chose, no. {at}: {said}' },
});
