import { useTextWith } from '../../locales';
import { bodyTexts } from '../../locales/bodies';
import { callTexts } from '../../locales/calls';
import { filingTexts } from '../../locales/filing';
import { requestTexts } from '../../locales/request';
import { visitTexts } from '../../locales/visits';

const texts = { ...requestTexts, ...bodyTexts, ...filingTexts, ...visitTexts, ...callTexts };

/** All texts, with those that come with this package. */
export const useRequestText = () => useTextWith(texts);
export type RequestSpeech = ReturnType<typeof useRequestText>;
