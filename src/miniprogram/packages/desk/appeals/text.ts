import { useTextWith } from '../../../locales';
import { appealTexts } from '../../../locales/appeals';
import { deskAppealTexts } from '../../../locales/desk-appeals';
import { deskPeopleTexts } from '../../../locales/desk-people';

const texts = { ...deskPeopleTexts, ...appealTexts, ...deskAppealTexts };

/** All texts, with those of these pages. */
export const useHearingText = () => useTextWith(texts);
export type HearingSpeech = ReturnType<typeof useHearingText>;
