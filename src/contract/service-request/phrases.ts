import type { Bilingual } from '../text';
import type { NeedGroup } from './category';

const always: readonly Bilingual[] = [
  { zh: '看到了，今天过去看', en: 'Seen; I will come by today' },
  { zh: '去看过了，办好了', en: 'I have been there; it is done' },
];

const byGroup: Partial<Readonly<Record<NeedGroup, readonly Bilingual[]>>> = {
  'home-help': [{ zh: '先打电话跟你约时间，再上门', en: 'I will call to agree a time before I come' }],
  stairs: [
    { zh: '已经跟住户说好，今天搬走', en: 'Agreed with the household; it goes today' },
    { zh: '已经叫人来修，修好告诉你', en: 'A repair is ordered; I will tell you when it is done' },
  ],
  hazard: [{ zh: '先围起来了，别靠近', en: 'It is fenced off for now; please keep away' }],
  dispute: [
    { zh: '双方都愿意，我来约时间坐下谈', en: 'With both sides willing, I will find a time to talk' },
  ],
  rental: [{ zh: '资料收到了，登记好告诉你', en: 'Papers received; I will tell you when it is registered' }],
  policy: [{ zh: '查清楚了再回你，不猜', en: 'I will look it up and answer, not guess' }],
};

/** What is often answered to matters of a kind, in a fixed order: nothing here is ranked by use. */
export const phrasesFor = (group: NeedGroup | undefined): readonly Bilingual[] => [
  ...(group ? (byGroup[group] ?? []) : []),
  ...always,
];
