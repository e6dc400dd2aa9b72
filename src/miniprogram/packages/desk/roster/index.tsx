import { View } from '@tarojs/components';
import type { DutyRoster, ShiftBody } from '@contract/api';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { Loaded } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { useHearingText } from '../appeals/text';
import { useAct } from '../parts/act';
import { DeskPage } from '../parts/desk-page';
import { PlacePicker, startOf } from '../parts/place-picker';
import { Refused } from '../parts/refused';
import { NewShift } from './new-shift';
import { Shifts } from './shifts';
import '../../../look/venues.scss';

function OnDuty({ roster }: { roster: DutyRoster }) {
  const t = useHearingText();
  const names = roster.officers.filter(({ onDuty }) => onDuty).map(({ maskedName }) => maskedName);
  return (
    <View className="card" aria-live="polite">
      <View className="asked">{roster.nodeName}</View>
      <View className="card-title">
        {names.length > 0
          ? t('desk.roster.now', { names: names.join(t.language === 'zh' ? '、' : ', ') })
          : t('desk.roster.nobody')}
      </View>
      <View className="quiet">{t('desk.roster.about')}</View>
    </View>
  );
}

/** The roster of one place: who is on duty now, the shifts, and the one act of adding another. */
function Roster({ node }: { node: string }) {
  const t = useHearingText();
  const { client, queries } = usePhone();
  const read = useRead('GET /v1/duty-rosters/:node', { params: { node } }, { fleeting: true });
  const { busy, failed, run } = useAct();
  const [adding, setAdding] = useState(false);
  const write = (shifts: ShiftBody[]): Promise<void> =>
    run(async () => {
      await client.call('PUT /v1/duty-rosters/:node', { params: { node }, body: { shifts } });
      await queries.invalidateQueries();
      setAdding(false);
    });
  return (
    <Loaded read={read}>
      {(roster) => (
        <>
          <OnDuty roster={roster} />
          <Shifts roster={roster} busy={busy} onChange={(shifts) => void write(shifts)} />
          {adding ? (
            <NewShift
              roster={roster}
              busy={busy}
              failed={failed}
              onAdd={(added) => void write([...roster.shifts, ...added])}
              onTurnBack={() => setAdding(false)}
            />
          ) : (
            <Foot said={failed && <Refused failed={failed} />}>
              <Button icon="plus" text={t('desk.roster.add')} onTap={() => setAdding(true)} />
            </Foot>
          )}
        </>
      )}
    </Loaded>
  );
}

function Rosters() {
  const t = useHearingText();
  const grants = useMe().data?.grants.filter(({ role }) => role === 'officer') ?? [];
  const [picked, setPicked] = useState<readonly string[]>();
  const path = picked ?? startOf(grants);
  // Grids hear nothing.
  const node = path.filter((code) => code.length < 15).at(-1);
  return (
    <>
      {(grants.length > 1 || (path[0]?.length ?? 0) < 12) && (
        <View className="card">
          <PlacePicker
            grants={grants}
            chosen={path}
            label={t('desk.roster.place')}
            finer={t('desk.roster.place')}
            onChoose={setPicked}
          />
        </View>
      )}
      {node && <Roster key={node} node={node} />}
    </>
  );
}

/** Who hears appeals here, and when. */
function RosterPage() {
  const t = useHearingText();
  return (
    <DeskPage title={t('desk.roster.title')} roles={['officer']} foot>
      <Rosters />
    </DeskPage>
  );
}

export default whenReady(RosterPage);
