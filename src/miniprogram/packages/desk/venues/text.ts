import { useTextWith } from '../../../locales';
import { deskVenueTexts } from '../../../locales/desk-venues';

/** All texts, with those of these pages. */
export const useDeskVenueText = () => useTextWith(deskVenueTexts);
export type DeskVenueSpeech = ReturnType<typeof useDeskVenueText>;
