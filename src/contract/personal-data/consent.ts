import type { Bilingual } from '../text';

/** Sensitive kinds ask for a yes of their own, apart from the privacy text. PIPL (个人信息保护法) art. 29. */
export const consentKinds = ['health', 'location'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** Changes whenever what is agreed to does: everybody is then asked anew. */
export const consentVersion = '2026-11';

export interface ConsentText {
  name: Bilingual;
  /** What is agreed to. */
  what: Bilingual;
  /** What taking it back does; said before. */
  withdrawing: Bilingual;
}

export const consentTexts: Readonly<Record<ConsentKind, ConsentText>> = {
  health: {
    name: { zh: '健康情况', en: 'Health' },
    what: {
      zh: '你申报的症状、接触和去过的地方，用来算你的码，紧急状态结束就删。',
      en: 'The symptoms, contacts and places you declare decide your code, and are deleted when the emergency ends.',
    },
    withdrawing: {
      zh: '你自己申报的都会删掉，码按别的依据重新算。以后要再同意才能申报。工作人员依法填的还在，可以申诉。',
      en: 'What you declared yourself is deleted and your code decided anew by what else there is. To declare again you agree again. What officials entered by law stays; you can appeal.',
    },
  },
  location: {
    name: { zh: '准确位置', en: 'Exact position' },
    what: {
      zh: '办事时在地图上点的那一点，给办这件事的人看。',
      en: 'The point you tap on the map for a request, for those who handle it.',
    },
    withdrawing: {
      zh: '以前点过的位置会删掉，以后的也不存，只留网格和地址。事情照样办。',
      en: 'Points you tapped are deleted and new ones are not kept; grid and address stay. Your requests go on.',
    },
  },
};
