import { Input, Picker, View } from '@tarojs/components';
import { dayAt } from '@contract/calendar-day';
import { typesMoments } from '../../../platform/moments';
import { labelled } from '../../../platform/role';

interface DayProps {
  label: string;
  /** YYYY-MM-DD; empty where none is chosen. */
  value: string;
  onChange(day: string): void;
}

interface PickProps extends DayProps {
  mode: 'date' | 'time';
}

function Pick({ label, value, mode, onChange }: PickProps) {
  if (typesMoments)
    return (
      <Input
        className="field moment"
        // Taro hands any type on to the browser's own field.
        type={mode as 'text'}
        value={value}
        {...labelled(label)}
        onInput={(event) => onChange(event.detail.value)}
      />
    );
  const show = (event: { detail: { value: unknown } }): void => onChange(String(event.detail.value));
  const box = (
    <View className="field moment" aria-label={`${label} ${value}`}>
      {value || '—'}
    </View>
  );
  return mode === 'date' ? (
    <Picker mode="date" value={value} onChange={show}>
      {box}
    </Picker>
  ) : (
    <Picker mode="time" value={value} onChange={show}>
      {box}
    </Picker>
  );
}

/** A day. */
export function DayField({ label, value, onChange }: DayProps) {
  return (
    <View className="field-box">
      <View className="field-label" aria-hidden>
        {label}
      </View>
      <Pick mode="date" label={label} value={value} onChange={onChange} />
    </View>
  );
}

interface Props {
  label: string;
  /** What the two parts are called, to be heard. */
  day: string;
  hour: string;
  /** RFC 3339. */
  value: string | undefined;
  onChange(moment: string | undefined): void;
}

const chinaMs = 8 * 3_600_000;
const timeAt = (moment: string): string => new Date(Date.parse(moment) + chinaMs).toISOString().slice(11, 16);
const momentAt = (day: string, time: string): string | undefined => {
  const at = Date.parse(`${day}T${time}:00.000+08:00`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** A day and an hour, in China's time whatever the phone is set to; without a day there is none. */
export function MomentField({ label, day, hour, value, onChange }: Props) {
  const dayOf = value === undefined ? '' : dayAt(Date.parse(value));
  const timeOf = value === undefined ? '' : timeAt(value);
  return (
    <View className="field-box">
      <View className="field-label" aria-hidden>
        {label}
      </View>
      <View className="moments">
        <Pick
          mode="date"
          label={`${label} ${day}`}
          value={dayOf}
          onChange={(next) => onChange(next === '' ? undefined : momentAt(next, timeOf || '18:00'))}
        />
        <Pick
          mode="time"
          label={`${label} ${hour}`}
          value={timeOf}
          onChange={(next) => {
            // Half typed is no hour: what stood stays.
            if (next !== '' && dayOf !== '') onChange(momentAt(dayOf, next));
          }}
        />
      </View>
    </View>
  );
}
