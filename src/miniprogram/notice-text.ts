import type { Notice, NoticeInfo } from '@contract/api';
import type { Language } from '@contract/text';

/** The text of a notice in a language, or in the one it has. A notice always has one. */
export function inLanguage(notice: Pick<Notice, 'info'>, language: Language): NoticeInfo {
  const found = notice.info.find((info) => info.language === language) ?? notice.info[0];
  return found ?? { language, headline: '', description: '' };
}

/** "桂语苑 3、4、5 幢": what their names share is said once; `short` leaves the estate out, for a line of a list. */
export function partsText(parts: readonly { name: string }[], language: Language, short = false): string {
  const comma = language === 'zh' ? '、' : ', ';
  const split = parts.map(({ name }) => /^(.*?)(\d+)( ?\D*)$/.exec(name));
  const [, estate = '', , kind = ''] = split[0] ?? [];
  if (!split.every((each) => each?.[1] === estate && each[3] === kind))
    return parts.map(({ name }) => name).join(comma);
  return (short ? '' : estate) + split.map((each) => each?.[2]).join(comma) + kind;
}
