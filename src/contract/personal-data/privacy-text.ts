import type { Bilingual } from '../text';

/** Changes whenever a purpose does: everybody is then asked anew. */
export const privacyVersion = '2026-11';

export interface PrivacyPoint {
  what: Bilingual;
  why: Bilingual;
}

/** What is collected, for what, in plain words: read before anything is collected. PIPL (个人信息保护法) art. 13, 14, 17. */
export const privacyPoints: readonly PrivacyPoint[] = [
  {
    what: { zh: '你的名字', en: 'Your name' },
    why: {
      zh: '码上和办事时用。别人看到的是“张*兰”这样的写法。',
      en: 'For your code and your requests. Others see it as “Z*g L*n”.',
    },
  },
  {
    what: { zh: '你住在哪个网格', en: 'The grid you live in' },
    why: {
      zh: '才知道谁来办事、哪些通知和你有关。门牌可以不填。',
      en: 'To know who helps you and which notices are yours. The door is optional.',
    },
  },
  {
    what: { zh: '你写的事、拍的照片、录的音', en: 'What you write, photograph and record' },
    why: {
      zh: '只给办这件事的人看。照片里的位置信息会去掉。',
      en: 'Only those who handle it see it. The place hidden in a photo is removed.',
    },
  },
  {
    what: { zh: '位置，只在你点“定位”的时候', en: 'Your position, only when you tap “locate”' },
    why: {
      zh: '用来找网格，找完不保存。不开也能用。',
      en: 'To find the grid; it is not kept. All works without it.',
    },
  },
  {
    what: { zh: '这部手机的一把钥匙', en: 'A key on this phone' },
    why: {
      zh: '让截图不能冒充你的码。钥匙不离开手机。',
      en: 'So that a screenshot cannot pass for your code. It never leaves the phone.',
    },
  },
];

/** What holds for all of it. */
export const privacyPromise: Bilingual = {
  zh: '不收身份证号，不排名，不跟踪。不同意也能看办事目录、打电话。随时可以看、可以退。',
  en: 'No ID number, no ranking, no tracking. If you say no, you can still browse services and call. See or leave any time.',
};
