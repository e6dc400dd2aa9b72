import { useTextWith } from '../../locales';
import { noticeAuthorTexts } from '../../locales/notice-author';

/** All texts, with those for who publishes. */
export const useAuthorText = () => useTextWith(noticeAuthorTexts);
export type AuthorSpeech = ReturnType<typeof useAuthorText>;
