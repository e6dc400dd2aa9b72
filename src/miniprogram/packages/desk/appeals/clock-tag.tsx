import { View } from '@tarojs/components';
import type { AppealSummary } from '@contract/api';
import { warnBeforeMs } from '@contract/appeal/clock';
import { useSecond } from '../../../backend/use-second';
import { Icon } from '../../../components/icon';
import { when } from '../../../when';
import { useHearingText } from './text';

/** Until when; in the last half hour how long, with a shape and a word beside the colour. */
export function ClockTag({ appeal: { dueAt } }: { appeal: Pick<AppealSummary, 'dueAt'> }) {
  const t = useHearingText();
  const left = Date.parse(dueAt) - useSecond(Date.now) * 1000;
  if (left > warnBeforeMs)
    return <View className="caption figures">{t('desk.appeals.by', { time: when(dueAt, t) })}</View>;
  return (
    <View className="tag amber figures">
      <Icon name="shape-warn" />
      {t('desk.appeals.left', { minutes: Math.max(0, Math.ceil(left / 60_000)) })}
    </View>
  );
}
