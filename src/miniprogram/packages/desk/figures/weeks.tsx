import { View } from '@tarojs/components';
import type { FiguresBody } from '@contract/api';
import { asRole } from '../../../platform/role';
import { useFiguresText } from './text';

/** Filed, and of these done in time, week by week: a bar in a bar, each with its numbers in words. */
export function Weeks({ weeks }: { weeks: FiguresBody['weeks'] }) {
  const t = useFiguresText();
  const most = Math.max(...weeks.map(({ figures }) => figures.filed), 1);
  const width = (count: number): string => `${(count / most) * 100}%`;
  return (
    <View className="card">
      <View className="card-title">{t('figures.by-week')}</View>
      <View {...asRole('list')}>
        {weeks.map(({ week, figures: { filed, inTime } }) => {
          const name = t('figures.week', { day: week.slice(5) });
          return (
            <View
              key={week}
              className="week"
              {...asRole('listitem')}
              aria-label={t('figures.bar', { week: name, filed, inTime })}
            >
              <View className="caption figures">{name}</View>
              <View className="bar" style={{ width: width(filed) }} aria-hidden>
                <View className="part" style={{ width: `${filed === 0 ? 0 : (inTime / filed) * 100}%` }} />
              </View>
              <View className="quiet figures">
                {t('figures.filed')} {filed} · {t('figures.in-time')} {inTime}
              </View>
            </View>
          );
        })}
      </View>
    </View>
  );
}
