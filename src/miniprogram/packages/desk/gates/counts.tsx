import { View } from '@tarojs/components';
import type { Checkpoint } from '@contract/api';
import dayjs from 'dayjs';
import { useDeskText } from '../text';
import { asRole } from '../../../platform/role';

const shownHours = 6;
const results = ['pass', 'ask', 'stop'] as const;

/** Results by hour, newest first: numbers to plan a shift by, of this checkpoint alone. */
export function Counts({ gate: { name, counts } }: { gate: Pick<Checkpoint, 'name' | 'counts'> }) {
  const t = useDeskText();
  const newest = [...counts].sort((a, b) => b.hour.localeCompare(a.hour)).slice(0, shownHours);
  if (newest.length === 0) return <View className="quiet spaced-above">{t('desk.gates.counts.none')}</View>;
  return (
    <View className="spaced-above">
      <View className="asked">{t('desk.gates.counts')}</View>
      <View className="counts figures" {...asRole('table')} aria-label={`${name} ${t('desk.gates.counts')}`}>
        <View className="line head" {...asRole('row')}>
          <View className="column hour" {...asRole('columnheader')}>
            {t('desk.gates.hour')}
          </View>
          {results.map((result) => (
            <View key={result} className="column" {...asRole('columnheader')}>
              {t(`desk.gates.${result}`)}
            </View>
          ))}
        </View>
        {newest.map((count) => (
          <View key={count.hour} className="line" {...asRole('row')}>
            <View className="column hour" {...asRole('cell')}>
              {dayjs(count.hour).format('H:mm')}
            </View>
            {results.map((result) => (
              <View key={result} className="column" {...asRole('cell')}>
                {count[result]}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}
