import { useTextWith } from '../../locales';
import { firstMinuteTexts } from '../../locales/first-minute';

/** All texts, with those that come with this package. */
export const useWelcomeText = () => useTextWith(firstMinuteTexts);
