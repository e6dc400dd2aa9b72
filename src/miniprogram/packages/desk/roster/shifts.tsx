import { View } from '@tarojs/components';
import type { DutyRoster, ShiftBody } from '@contract/api';
import { Button } from '../../../components/button';
import { asRole } from '../../../platform/role';
import { useHearingText } from '../appeals/text';
import { dayOf, hoursOf } from './words';

interface Props {
  roster: DutyRoster;
  busy: boolean;
  onChange(shifts: ShiftBody[]): void;
}

const sortedBy = (a: ShiftBody, b: ShiftBody): number =>
  (a.weekday ?? 0) - (b.weekday ?? 0) ||
  (a.day ?? '').localeCompare(b.day ?? '') ||
  a.from.localeCompare(b.from);

/** The shifts as written, the week’s and those of single days apart; each can be taken out. */
export function Shifts({ roster, busy, onChange }: Props) {
  const t = useHearingText();
  const nameOf = (personId: string): string =>
    roster.officers.find((officer) => officer.personId === personId)?.maskedName ?? '';
  const parts = [
    { key: 'weekly', shifts: roster.shifts.filter(({ day }) => day === undefined).sort(sortedBy) },
    { key: 'dated', shifts: roster.shifts.filter(({ day }) => day !== undefined).sort(sortedBy) },
  ] as const;
  if (roster.shifts.length === 0) return <View className="lead">{t('desk.roster.none')}</View>;
  return (
    <>
      {parts
        .filter(({ shifts }) => shifts.length > 0)
        .map(({ key, shifts }) => (
          <View key={key} className="card">
            <View className="asked">{t(`desk.roster.${key}`)}</View>
            {key === 'dated' && <View className="quiet">{t('desk.roster.dated.about')}</View>}
            <View {...asRole('list')}>
              {shifts.map((shift) => {
                const what = `${dayOf(shift, t)} ${hoursOf(shift, t)} ${nameOf(shift.personId)}`;
                return (
                  <View key={what} className="duty" {...asRole('listitem')}>
                    <View className="words">
                      <View>{nameOf(shift.personId)}</View>
                      <View className="quiet figures">
                        {dayOf(shift, t)} {hoursOf(shift, t)}
                      </View>
                    </View>
                    <Button
                      kind="link"
                      small
                      disabled={busy}
                      text={t('desk.roster.remove')}
                      label={t('desk.roster.remove.label', { what })}
                      onTap={() => onChange(roster.shifts.filter((other) => other !== shift))}
                    />
                  </View>
                );
              })}
            </View>
          </View>
        ))}
    </>
  );
}
