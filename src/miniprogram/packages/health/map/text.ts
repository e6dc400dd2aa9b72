import { useTextWith } from '../../../locales';
import { riskMapTexts } from '../../../locales/risk-map';

/** All texts, with those of this page. */
export const useMapText = () => useTextWith(riskMapTexts);
export type MapSpeech = ReturnType<typeof useMapText>;
