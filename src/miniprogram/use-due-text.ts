import { useTextWith } from './locales';
import { dueTexts } from './locales/due';

/** All texts, with those about limits. */
export const useDueText = () => useTextWith(dueTexts);
