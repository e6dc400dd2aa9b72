import { useTextWith } from '../../../locales';
import { appealTexts } from '../../../locales/appeals';

/** All texts, with those of these pages. */
export const useAppealText = () => useTextWith(appealTexts);
export type AppealSpeech = ReturnType<typeof useAppealText>;
