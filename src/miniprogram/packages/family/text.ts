import { useTextWith } from '../../locales';
import { familyTexts } from '../../locales/family';

/** All texts, with those that come with this package. */
export const useFamilyText = () => useTextWith(familyTexts);
export type FamilySpeech = ReturnType<typeof useFamilyText>;
