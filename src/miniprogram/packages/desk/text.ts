import { useTextWith } from '../../locales';
import { deskPeopleTexts } from '../../locales/desk-people';

/** All texts, with those that come with this package. */
export const useDeskText = () => useTextWith(deskPeopleTexts);
export type DeskSpeech = ReturnType<typeof useDeskText>;
