import { View } from '@tarojs/components';
import type { DutyRoster, ShiftBody } from '@contract/api';
import { isCalendarDay } from '@contract/calendar-day';
import { useState } from 'react';
import type { CallFailed } from '../../../backend/client';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useHearingText } from '../appeals/text';
import { Refused } from '../parts/refused';
import { allWeekdays, clockOf, weekdayName } from './words';

interface Props {
  roster: DutyRoster;
  busy: boolean;
  failed: CallFailed | undefined;
  onAdd(shifts: ShiftBody[]): void;
  onTurnBack(): void;
}

const dated = 'dated';

/** Who, on which days of the week or on which one day, from when until when. */
export function NewShift({ roster, busy, failed, onAdd, onTurnBack }: Props) {
  const t = useHearingText();
  const [personId, setPersonId] = useState<string>();
  const [days, setDays] = useState<readonly string[]>([]);
  const [day, setDay] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const clocks = [clockOf(from), clockOf(until)] as const;
  const onOneDay = days.includes(dated);

  function shifts(): ShiftBody[] | undefined {
    const [begins, ends] = clocks;
    if (personId === undefined || begins === undefined || ends === undefined) return undefined;
    const shift = { personId, from: begins, until: ends };
    if (onOneDay) return isCalendarDay(day.trim()) ? [{ ...shift, day: day.trim() }] : undefined;
    return days.length > 0 ? days.map((weekday) => ({ ...shift, weekday: Number(weekday) })) : undefined;
  }
  const ready = shifts();
  return (
    <>
      <View className="card">
        <View className="asked">{t('desk.roster.who')}</View>
        <Chips
          label={t('desk.roster.who')}
          chosen={personId === undefined ? [] : [personId]}
          options={roster.officers.map((officer) => ({
            key: officer.personId,
            text: officer.confirmed
              ? officer.maskedName
              : t('desk.roster.unconfirmed', { name: officer.maskedName }),
          }))}
          onChange={([chosen]) => setPersonId(chosen)}
        />
        <View className="asked">{t('desk.roster.when')}</View>
        <Chips
          multiple
          label={t('desk.roster.when')}
          chosen={days}
          options={[
            ...allWeekdays.map((weekday) => ({ key: String(weekday), text: weekdayName(weekday, t) })),
            { key: dated, text: t('desk.roster.dated') },
          ]}
          onChange={(chosen) =>
            setDays(chosen.includes(dated) && !onOneDay ? [dated] : chosen.filter((key) => key !== dated))
          }
        />
        {onOneDay && (
          <Field
            label={t('desk.roster.day')}
            hint={t('desk.roster.day.hint')}
            maxLength={10}
            value={day}
            onChange={setDay}
          />
        )}
        <View className="times">
          <Field
            label={t('desk.roster.from')}
            hint={t('desk.roster.time.hint')}
            maxLength={5}
            value={from}
            onChange={setFrom}
          />
          <Field
            label={t('desk.roster.until')}
            hint={t('desk.roster.time.hint')}
            maxLength={5}
            value={until}
            onChange={setUntil}
          />
        </View>
        <View className="quiet">{t('desk.roster.until.about')}</View>
      </View>
      <Foot said={failed && <Refused failed={failed} />}>
        <Button kind="outline" text={t('desk.appeals.back')} onTap={onTurnBack} />
        <Button
          text={t('desk.roster.save')}
          disabled={busy || ready === undefined}
          onTap={() => ready && onAdd(ready)}
        />
      </Foot>
    </>
  );
}
