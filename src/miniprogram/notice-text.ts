import type { Notice, NoticeInfo } from '@contract/api';
import type { Language } from '@contract/text';

/** The text of a notice in a language, or in the one it has. A notice always has one. */
export function inLanguage(notice: Pick<Notice, 'info'>, language: Language): NoticeInfo {
  const found = notice.info.find((info) => info.language === language) ?? notice.info[0];
  return found ?? { language, headline: '', description: '' };
}

/** "3、4、5 幢": what their names share is said once, and no more than a line holds. */
export function partsText(parts: readonly { name: string }[], language: Language): string {
  const comma = language === 'zh' ? '、' : ', ';
  const split = parts.map(({ name }) => /^(\d+)( ?\D*)$/.exec(name));
  const [, , kind = ''] = split[0] ?? [];
  const alike = split.every((each) => each?.[2] === kind);
  return alike
    ? split.map((each) => each?.[1]).join(comma) + kind
    : parts.map(({ name }) => name).join(comma);
}
