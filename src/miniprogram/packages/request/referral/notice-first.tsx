import { View } from '@tarojs/components';
import { noticesAbout } from '@contract/notice/about';
import Taro from '@tarojs/taro';
import type { Category } from '../../../backend/catalogue';
import { usePhone } from '../../../backend/phone-context';
import { useNotices } from '../../../backend/unread';
import { Cell } from '../../../components/cell';
import { inLanguage } from '../../../notice-text';
import { open } from '../../../paths';
import { when } from '../../../when';
import { useRequestText } from '../text';

/** A notice that already says it comes before any call: read from the phone's copy where there is no network. */
export function NoticeFirst({ category }: { category: Pick<Category, 'name' | 'words'> }) {
  const t = useRequestText();
  const now = usePhone().code.clock.now();
  const found = noticesAbout(category, useNotices().data?.notices ?? [], now).slice(0, 2);
  if (found.length === 0) return null;
  return (
    <View className="card flush">
      {found.map((notice) => (
        <Cell
          key={notice.id}
          icon="bell"
          title={t('body.notice', { headline: inLanguage(notice, t.language).headline })}
          note={t('body.notice.by', { author: notice.author.name, time: when(notice.sentAt, t, now) })}
          onTap={() => void Taro.navigateTo({ url: open.notice(notice.id) })}
        />
      ))}
    </View>
  );
}
