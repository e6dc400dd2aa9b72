import { Text, View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { isOnTop } from '@contract/notice/shown';
import Taro from '@tarojs/taro';
import { useText } from '../locales';
import { asRole } from '../platform/role';
import { inLanguage, partsText } from '../notice-text';
import { open } from '../paths';
import { when, whenShort } from '../when';
import { Icon } from './icon';
import { SeverityTag } from './shape-tag';
import { Tap } from './tap';

/** One notice of a list: what it says, from whom, for whom, how urgent, since when or until when. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const t = useText();
  const { headline, description } = inLanguage(notice, t.language);
  const cancelled = notice.msgType === 'Cancel';
  const onTop = isOnTop(notice);
  return (
    <Tap className="notice" role="link" onTap={() => void Taro.navigateTo({ url: open.notice(notice.id) })}>
      {!notice.read && !cancelled && (
        <View className="dot" {...asRole('img')} aria-label={t('notices.new')} />
      )}
      <Text className={cancelled ? 'head struck' : 'head'}>{headline}</Text>
      {!cancelled && description && <Text className="quiet">{description.split('\n')[0]}</Text>}
      <View className="tags">
        <View className="tag">{notice.author.name}</View>
        {notice.followed !== undefined && (
          <View className="tag">
            <Icon name="place" />
            {notice.followed}
          </View>
        )}
        {notice.parts.length > 0 && (
          <View className="tag">
            <Icon name="home" />
            {partsText(notice.parts, t.language, true)}
          </View>
        )}
        {!cancelled && <SeverityTag severity={notice.severity} />}
        {notice.policy && !cancelled && <View className="tag brand">{t('notices.policy')}</View>}
        {notice.msgType === 'Update' && <View className="tag">{t('notices.updated')}</View>}
        {cancelled && <View className="tag">{t('notices.cancelled')}</View>}
        {notice.pinned && !cancelled && (
          <View className="tag bare">
            <Icon name="pinned" />
            {t('notices.pinned')}
          </View>
        )}
        <View className="when caption figures">
          {onTop && notice.expiresAt
            ? t('notices.until', { time: when(notice.expiresAt, t) })
            : whenShort(notice.sentAt, t)}
        </View>
      </View>
    </Tap>
  );
}
