import { useTextWith } from '../../locales';
import { requestTexts } from '../../locales/request';

/** All texts, with those that come with this package. */
export const useRequestText = () => useTextWith(requestTexts);
export type RequestSpeech = ReturnType<typeof useRequestText>;
