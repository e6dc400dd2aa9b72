import { dayAt } from '@contract/calendar-day';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { LabelledChips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { dayAhead } from '../../../when';
import { useAwayText } from './text';

const dayMs = 86_400_000;
/** Two weeks are offered; who is away for longer writes the day. */
const offered = 14;
const later = 'later';

/** Until when somebody is away: a tap for the next two weeks. */
export function LastDay({ day, onChange }: { day: string; onChange(day: string): void }) {
  const t = useAwayText();
  const now = usePhone().code.clock.now();
  const [isLater, setLater] = useState(false);
  const days = Array.from({ length: offered }, (_, ahead) => dayAt(now + ahead * dayMs));
  return (
    <>
      <LabelledChips
        label={t('away.last-day')}
        chosen={isLater ? [later] : [day]}
        options={[
          ...days.map((key) => ({ key, text: dayAhead(key, t, now) })),
          { key: later, text: t('away.later') },
        ]}
        onChange={([key = '']) => {
          setLater(key === later);
          onChange(key === later ? '' : key);
        }}
      />
      {isLater && (
        <Field
          label={t('away.which-day')}
          hint={t('away.which-day.hint')}
          maxLength={10}
          value={day}
          onChange={onChange}
        />
      )}
    </>
  );
}
