import { useTextWith } from '../../../locales';
import { deskEmergencyTexts } from '../../../locales/desk-emergency';
import { deskPeopleTexts } from '../../../locales/desk-people';

const texts = { ...deskPeopleTexts, ...deskEmergencyTexts };

/** All texts, with those of this page. */
export const useDeskEmergencyText = () => useTextWith(texts);
