import { useTextWith } from './locales';
import { voiceTexts } from './locales/voice';

/** All texts, with those about speaking. */
export const useVoiceText = () => useTextWith(voiceTexts);
