import { useTextWith } from '../../locales';
import { healthTexts } from '../../locales/health';

/** All texts, with those that come with this package. */
export const useHealthText = () => useTextWith(healthTexts);
export type HealthSpeech = ReturnType<typeof useHealthText>;
