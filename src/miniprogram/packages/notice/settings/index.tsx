import { View } from '@tarojs/components';
import { noticeCategories, type NoticeCategory } from '@contract/notice/notice';
import { Cell } from '../../../components/cell';
import { Chips } from '../../../components/choice';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { useNoticeText } from '../reading-text';
import { LookIn } from './look-in';
import { Places } from './places';
import { useNoticeSettings } from './use-settings';
import '../../../look/notice.scss';

const isKind = (key: string): key is NoticeCategory => noticeCategories.some((kind) => kind === key);

/** What I want to hear of, and whether somebody should look in on me. */
function SettingsPage() {
  const t = useNoticeText();
  const { read, refused, change } = useNoticeSettings();
  return (
    <Page title={t('hear.title')} offline={t('common.needs-network')}>
      <Loaded read={read}>
        {({ followed, muted, door, lookIn }) => (
          <View>
            <Places followed={followed} change={change} />
            <View className="section">{t('hear.kinds')}</View>
            <View className="card">
              <Chips
                multiple
                label={t('hear.kinds')}
                chosen={muted}
                options={noticeCategories.map((key) => ({ key, text: t(`category.${key}`) }))}
                onChange={(chosen) => change({ muted: chosen.filter(isKind) })}
              />
              <View className="quiet spaced-above">{t('hear.kinds.about')}</View>
            </View>
            <View className="card flush">
              <Cell icon="bell" title={t('hear.quiet')} note={t('hear.quiet.about')} />
            </View>
            <LookIn key={door ?? ''} door={door} lookIn={lookIn} change={change} />
            <Refused refused={refused} />
          </View>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(SettingsPage);
