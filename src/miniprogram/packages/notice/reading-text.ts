import { useTextWith } from '../../locales';
import { noticeReadingTexts } from '../../locales/notice-reading';

/** All texts, with those that come with this package. */
export const useNoticeText = () => useTextWith(noticeReadingTexts);
export type NoticeSpeech = ReturnType<typeof useNoticeText>;
