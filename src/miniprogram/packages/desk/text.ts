import { useTextWith } from '../../locales';
import { deskTexts } from '../../locales/desk';
import { deskPeopleTexts } from '../../locales/desk-people';

const texts = { ...deskTexts, ...deskPeopleTexts };

/** All texts, with those that come with this package. */
export const useDeskText = () => useTextWith(texts);
export type DeskSpeech = ReturnType<typeof useDeskText>;
