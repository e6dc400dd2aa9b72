import { View } from '@tarojs/components';
import { type CalendarDay, dayAt } from '@contract/calendar-day';
import { DECLARED_DAYS } from '@contract/declaration/declaration';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { LabelledChips } from '../../../components/choice';
import { dayBack } from '../../../when';
import { useHealthText } from '../text';

const dayMs = 86_400_000;
/** So many are offered at once, the rest behind one more tap. */
const near = 4;

interface Props {
  label: string;
  chosen: CalendarDay | undefined;
  onChange(day: CalendarDay | undefined): void;
}

/** One of the last fourteen days, today first. */
export function DayChips({ label, chosen, onChange }: Props) {
  const t = useHealthText();
  const now = usePhone().code.clock.now();
  const days = Array.from({ length: DECLARED_DAYS }, (_, back) => dayAt(now - back * dayMs));
  const [all, setAll] = useState(false);
  const far = chosen !== undefined && days.indexOf(chosen) >= near;
  const shown = all || far ? days : days.slice(0, near);
  const options = shown.map((day, back) => ({ key: day, text: dayBack(back, day, t) }));
  return (
    <View className="days">
      <LabelledChips
        label={label}
        options={all || far ? options : [...options, { key: 'earlier', text: t('declare.day.earlier') }]}
        chosen={chosen ? [chosen] : []}
        onChange={([day]) => (day === 'earlier' ? setAll(true) : onChange(day))}
      />
    </View>
  );
}
