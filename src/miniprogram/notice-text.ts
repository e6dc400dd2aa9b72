import type { Notice, NoticeInfo } from '@contract/api';
import type { Language } from '@contract/text';

/** The text of a notice in a language, or in the one it has. A notice always has one. */
export function inLanguage(notice: Pick<Notice, 'info'>, language: Language): NoticeInfo {
  const found = notice.info.find((info) => info.language === language) ?? notice.info[0];
  return found ?? { language, headline: '', description: '' };
}
