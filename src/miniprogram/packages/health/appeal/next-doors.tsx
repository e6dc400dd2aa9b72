import { View } from '@tarojs/components';
import dayjs from 'dayjs';
import { CallButton } from '../../../components/call-button';
import { Cell } from '../../../components/cell';
import { useAppealText } from './text';

/** After a refusal: whom to call, and until which day it can be taken further. */
export function NextDoors({ until }: { until: string }) {
  const t = useAppealText();
  const day = dayjs(until).format(t.language === 'zh' ? 'YYYY 年 M 月 D 日' : 'D MMM YYYY');
  return (
    <View className="card flush">
      <View className="asked">{t('appeal.next')}</View>
      <Cell icon="phone" title={t('appeal.next.call')} note={t('appeal.next.call.about')}>
        <CallButton number="12345" label={t('appeal.next.call')} />
      </Cell>
      <Cell icon="doc" title={t('appeal.next.review')} note={t('appeal.next.review.about', { day })} />
    </View>
  );
}
