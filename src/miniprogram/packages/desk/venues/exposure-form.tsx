import { View } from '@tarojs/components';
import dayjs from 'dayjs';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { dayBack } from '../../../when';
import { useDeskVenueText } from './text';

export interface ExposureTyped {
  daysAgo: number;
  from: string;
  until: string;
  zh: string;
  en: string;
}

/** Today and the thirteen days before. */
const days = Array.from({ length: 14 }, (_, daysAgo) => daysAgo);

interface Props {
  typed: ExposureTyped;
  /** Whether the times make a window that can be published. */
  fits: boolean;
  onChange(typed: ExposureTyped): void;
}

export function ExposureForm({ typed, fits, onChange }: Props) {
  const t = useDeskVenueText();
  const change = (part: Partial<ExposureTyped>): void => onChange({ ...typed, ...part });
  const timed = typed.from !== '' && typed.until !== '';
  return (
    <>
      <View className="card">
        <View className="asked">{t('desk.exposure.day')}</View>
        <Chips
          label={t('desk.exposure.day')}
          chosen={[String(typed.daysAgo)]}
          options={days.map((daysAgo) => ({
            key: String(daysAgo),
            text: dayBack(daysAgo, dayjs().subtract(daysAgo, 'day').format('YYYY-MM-DD'), t),
          }))}
          onChange={([daysAgo]) => daysAgo && change({ daysAgo: Number(daysAgo) })}
        />
        <View className="times">
          <Field
            label={t('desk.exposure.from')}
            hint={t('desk.exposure.time.hint')}
            maxLength={5}
            value={typed.from}
            onChange={(from) => change({ from })}
          />
          <Field
            label={t('desk.exposure.until')}
            hint={t('desk.exposure.time.hint')}
            maxLength={5}
            value={typed.until}
            onChange={(until) => change({ until })}
          />
        </View>
        {timed && !fits && <View className="spaced-above">{t('desk.exposure.times')}</View>}
      </View>
      <View className="card">
        <Field
          label={t('desk.exposure.advice')}
          long
          maxLength={200}
          value={typed.zh}
          onChange={(zh) => change({ zh })}
        />
        <Field
          label={t('desk.exposure.advice.en')}
          long
          maxLength={400}
          value={typed.en}
          onChange={(en) => change({ en })}
        />
      </View>
    </>
  );
}
