import { useTextWith } from '../../../locales';
import { riskMapTexts } from '../../../locales/risk-map';

/** All texts, with those of these pages. */
export const useLevelsText = () => useTextWith(riskMapTexts);
export type LevelsSpeech = ReturnType<typeof useLevelsText>;
