import { useTextWith } from '../../../locales';
import { deskFactTexts } from '../../../locales/desk-fact';

/** All texts, with those of this page. */
export const useFactText = () => useTextWith(deskFactTexts);
export type FactSpeech = ReturnType<typeof useFactText>;
