import { View } from '@tarojs/components';
import { standsAbove } from '@contract/notice/shown';
import Taro from '@tarojs/taro';
import { useNotices } from '../backend/unread';
import { useText } from '../locales';
import { inLanguage } from '../notice-text';
import { open } from '../paths';
import { Icon } from './icon';
import { SeverityTag } from './shape-tag';
import { Tap } from './tap';

/** What life may hang on stands above every tab. */
export function AlarmRow() {
  const t = useText();
  const alarms = (useNotices().data?.notices ?? []).filter(standsAbove);
  return (
    <>
      {alarms.map((notice) => (
        <Tap
          key={notice.id}
          className="status-row alarm"
          role="link"
          onTap={() => void Taro.navigateTo({ url: open.notice(notice.id) })}
        >
          <SeverityTag severity={notice.severity} />
          <View className="words">{inLanguage(notice, t.language).headline}</View>
          <Icon name="right" className="more" />
        </Tap>
      ))}
    </>
  );
}
