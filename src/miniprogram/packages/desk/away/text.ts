import { useTextWith } from '../../../locales';
import { deskTexts } from '../../../locales/desk';
import { deskAwayTexts } from '../../../locales/desk-away';
import { deskPeopleTexts } from '../../../locales/desk-people';

const texts = { ...deskTexts, ...deskPeopleTexts, ...deskAwayTexts };

/** All texts, with those about absence. */
export const useAwayText = () => useTextWith(texts);
