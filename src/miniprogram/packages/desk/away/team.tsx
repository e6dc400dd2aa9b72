import { View } from '@tarojs/components';
import type { TeamMember } from '@contract/api';
import { isCalendarDay } from '@contract/calendar-day';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { LabelledChips } from '../../../components/choice';
import { Foot } from '../../../components/foot';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';
import { LastDay } from './last-day';
import { useAwayText } from './text';

/** A grid's team: who is away until when, and who stands in. */
export function Team({ grid, team }: { grid: string; team: readonly TeamMember[] }) {
  const t = useAwayText();
  const { client, queries } = usePhone();
  const { busy, failed, run } = useAct();
  const [who, setWho] = useState<string>();
  const [standIn, setStandIn] = useState<string>();
  const [day, setDay] = useState('');
  const names = team.map(({ id, maskedName }) => ({ key: id, text: maskedName }));
  const until = day.trim();
  const ready = who !== undefined && standIn !== undefined && who !== standIn && isCalendarDay(until);

  const note = (): Promise<void> =>
    run(async () => {
      if (who === undefined || standIn === undefined) return;
      await client.call('PUT /v1/regions/:code/team/:personId/away', {
        params: { code: grid, personId: who },
        body: { until, standIn },
      });
      await queries.invalidateQueries();
      setWho(undefined);
      setStandIn(undefined);
      setDay('');
    });
  const back = (personId: string): Promise<void> =>
    run(async () => {
      await client.call('DELETE /v1/regions/:code/team/:personId/away', { params: { code: grid, personId } });
      await queries.invalidateQueries();
    });

  return (
    <>
      <View className="card flush">
        {team.map(({ id, maskedName, away }) => (
          <View key={id}>
            <Cell
              title={maskedName}
              note={
                away ? t('away.until', { day: away.until, name: away.standIn.maskedName }) : t('away.here')
              }
            />
            {away && (
              <Button
                kind="link"
                small
                text={t('away.back')}
                label={`${maskedName} ${t('away.back')}`}
                disabled={busy}
                onTap={() => void back(id)}
              />
            )}
          </View>
        ))}
      </View>
      {team.length < 2 ? (
        <View className="lead">{t('away.nobody')}</View>
      ) : (
        <>
          <View className="card">
            <LabelledChips
              label={t('away.who')}
              chosen={who === undefined ? [] : [who]}
              options={names}
              onChange={([chosen]) => setWho(chosen)}
            />
            <LabelledChips
              label={t('away.stand-in')}
              chosen={standIn === undefined ? [] : [standIn]}
              options={names.filter(({ key }) => key !== who)}
              onChange={([chosen]) => setStandIn(chosen)}
            />
            <LastDay day={day} onChange={setDay} />
          </View>
          <Foot said={failed && <Refused failed={failed} />}>
            <Button text={t('away.send')} disabled={!ready || busy} onTap={() => void note()} />
          </Foot>
        </>
      )}
    </>
  );
}
