import { Image, View } from '@tarojs/components';
import type { NoticeContent } from '@contract/api';
import { spanWords } from '@contract/notice/span';
import { useEffect, useMemo } from 'react';
import { qrPicture } from '../../../components/qr';
import { speechIn } from '../../../locales';
import { noticeAuthorTexts } from '../../../locales/notice-author';
import { layPaper } from '../../../platform/printer';

const zh = speechIn('zh', noticeAuthorTexts);
const en = speechIn('en', noticeAuthorTexts);

interface Props {
  content: Pick<NoticeContent, 'info' | 'onset' | 'severity' | 'policy'> & {
    expiresAt?: string | null | undefined;
  };
  author: string;
  /** Where it opens; without it, the place where that will stand. */
  address?: string;
}

/** What hangs on the board at the door: black on white, large, in the languages it was written in. */
export function Sheet({ content, author, address }: Props) {
  const picture = useMemo(() => (address === undefined ? undefined : qrPicture(address)), [address]);
  useEffect(() => layPaper('a4'), []);
  const { onset, expiresAt, policy } = content;
  return (
    <View className="sheet a4 notice-sheet">
      <View className="sheet-head">
        {zh('author.sheet.title')} · {en('author.sheet.title')}
      </View>
      {content.info.map(({ language, headline, description, instruction }) => {
        const t = language === 'zh' ? zh : en;
        return (
          <View key={language} className={`sheet-words ${language}`}>
            <View className="sheet-name">{headline}</View>
            {description && <View>{description}</View>}
            {instruction && <View>{instruction}</View>}
            {policy && (
              <View>
                {t('author.said.who', { words: policy.who.words[language] || policy.who.words.zh })}
              </View>
            )}
            {policy && (
              <View>{t('author.said.bring', { words: policy.bring[language] || policy.bring.zh })}</View>
            )}
            {onset && expiresAt && (
              <View className="sheet-compare">
                {t('author.sheet.when', { span: spanWords(onset, expiresAt, language) })}
              </View>
            )}
          </View>
        );
      })}
      {picture === undefined ? (
        <View className="sheet-later">{zh('author.sheet.later')}</View>
      ) : (
        <Image className="sheet-qr" src={picture} mode="scaleToFill" aria-hidden />
      )}
      <View className="sheet-small">
        <View>
          {zh('author.sheet.scan')} {en('author.sheet.scan')}
        </View>
        <View>{author}</View>
      </View>
    </View>
  );
}
