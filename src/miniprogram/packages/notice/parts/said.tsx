import { View } from '@tarojs/components';
import type { NoticeContent } from '@contract/api';
import { Icon } from '../../../components/icon';
import { SeverityTag } from '../../../components/shape-tag';
import { inLanguage } from '../../../notice-text';
import { when } from '../../../when';
import { useAuthorText } from '../author-text';

type Content = Pick<
  NoticeContent,
  'info' | 'severity' | 'attachments' | 'policy' | 'pinned' | 'acknowledge' | 'knockAt'
> & {
  expiresAt?: string | null | undefined;
};

interface Props {
  content: Content;
  author: string;
  /** All of it, as it opens; otherwise as it stands in the list. */
  whole?: boolean;
}

/** As residents will see it. */
export function Said({ content, author, whole = false }: Props) {
  const t = useAuthorText();
  const { headline, description, instruction } = inLanguage(content, 'zh');
  const english = content.info.find(({ language }) => language === 'en');
  return (
    <View>
      <View className="card-title">{headline}</View>
      {description && <View className="said-words">{description}</View>}
      {whole && instruction && <View className="said-words">{instruction}</View>}
      {whole && english && (
        <View className="said-english">
          <View className="card-title">{english.headline}</View>
          {english.description && <View>{english.description}</View>}
          {english.instruction && <View>{english.instruction}</View>}
        </View>
      )}
      {whole && content.policy && (
        <View className="said-words">
          <View>{t('author.said.who', { words: content.policy.who.words.zh })}</View>
          <View>{t('author.said.bring', { words: content.policy.bring.zh })}</View>
        </View>
      )}
      {whole &&
        content.attachments?.map(({ id, name }) => (
          <View key={id} className="file-row">
            <Icon name="doc" />
            <View className="words">{name}</View>
          </View>
        ))}
      <View className="said-tags">
        <View className="tag">{author}</View>
        <SeverityTag severity={content.severity} />
        {english && <View className="tag">{t('author.tag.both')}</View>}
        {content.pinned && <View className="tag">{t('author.pinned')}</View>}
        {content.acknowledge && <View className="tag">{t('author.tag.acknowledge')}</View>}
        {content.expiresAt && (
          <View className="quiet until">{t('notices.until', { time: when(content.expiresAt, t) })}</View>
        )}
      </View>
      {content.acknowledge && content.knockAt && (
        <View className="caption">{t('author.tag.knock', { time: when(content.knockAt, t) })}</View>
      )}
    </View>
  );
}
