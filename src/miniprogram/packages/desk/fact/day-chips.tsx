import { type CalendarDay, dayAt } from '@contract/calendar-day';
import { usePhone } from '../../../backend/phone-context';
import { Chips } from '../../../components/choice';
import { dayBack } from '../../../when';
import { useFactText } from './text';

const dayMs = 86_400_000;
/** What is older comes from a list or a city, with its date. */
const offered = 7;

interface Props {
  label: string;
  chosen: CalendarDay | undefined;
  onChange(day: CalendarDay | undefined): void;
}

/** One of the last days, today first. */
export function DayChips({ label, chosen, onChange }: Props) {
  const t = useFactText();
  const now = usePhone().code.clock.now();
  return (
    <Chips
      label={label}
      chosen={chosen ? [chosen] : []}
      options={Array.from({ length: offered }, (_, back) => {
        const day = dayAt(now - back * dayMs);
        return { key: day, text: dayBack(back, day, t) };
      })}
      onChange={([day]) => onChange(day)}
    />
  );
}
