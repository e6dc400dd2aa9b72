import { useTextWith } from '../../locales';
import { complaintsTexts } from '../../locales/complaints';
import { myDataTexts } from '../../locales/my-data';
import { phonesTexts } from '../../locales/phones';

/** All texts, with those that come with this package. */
export const usePhonesText = () => useTextWith(phonesTexts);
export type PhonesSpeech = ReturnType<typeof usePhonesText>;
export const useMyDataText = () => useTextWith(myDataTexts);
export const useComplaintsText = () => useTextWith(complaintsTexts);
