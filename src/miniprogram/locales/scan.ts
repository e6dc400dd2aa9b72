import { defineTexts } from './define';

export const scanTexts = defineTexts({
  'scan.prompt': { zh: '把二维码放进框里', en: 'Place the QR code in the frame' },
  'scan.opening': { zh: '正在打开相机', en: 'Opening the camera' },
  'scan.looking': { zh: '正在找二维码', en: 'Looking for a code' },
  'scan.refused': {
    zh: '相机没有开放给这个页面。可以在浏览器的设置里打开，也可以选一张图，或者把码的文字贴进来。',
    en: 'This page may not use the camera. Allow it in the browser’s settings, or choose a picture, or paste the text of the code.',
  },
  'scan.none': {
    zh: '这里用不了相机。选一张图，或者把码的文字贴进来。',
    en: 'No camera here. Choose a picture, or paste the text of the code.',
  },
  'scan.picture': { zh: '选一张图', en: 'Choose a picture' },
  'scan.picture.none': {
    zh: '这张图里没找到二维码。换一张清楚的。',
    en: 'No code found in this picture. Try a clearer one.',
  },
  'scan.text': { zh: '码的文字', en: 'Text of the code' },
  'scan.text.hint': { zh: '扫码枪扫，或者贴在这里', en: 'Hand scanner, or paste here' },
  'scan.read': { zh: '读取', en: 'Read' },
});
