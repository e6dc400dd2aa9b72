import { View } from '@tarojs/components';
import type { DeclaredEmergency } from '@contract/api';
import { gateKindNames } from '@contract/emergency/gate-kinds';
import { isOfCounty } from '@contract/emergency/state';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useEmergencies } from '../../../backend/emergencies';
import { useMe } from '../../../backend/me';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { Loaded, Nothing } from '../../../components/states';
import { open } from '../../../paths';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { Done } from '../parts/done';
import { Propose, type Proposing } from './propose';
import { useDeskEmergencyText } from './text';

function InForce({ emergency }: { emergency: DeclaredEmergency }) {
  const t = useDeskEmergencyText();
  const { level, endsAt, openedAt, legalBasis, gateKinds } = emergency;
  const gates = gateKinds.map((kind) => t.of(gateKindNames[kind])).join(t.language === 'zh' ? '、' : '; ');
  return (
    <>
      <View className="headline">{t('desk.emergency.in-force', { level })}</View>
      <View className="card flush">
        <Cell title={t('desk.emergency.until')} value={when(endsAt, t)} />
        <Cell title={t('desk.emergency.since')} value={when(openedAt, t)} />
        <Cell title={t('desk.emergency.basis')} note={t.of(legalBasis)} />
        <Cell title={t('desk.emergency.gates')} note={gates} />
      </View>
    </>
  );
}

/** The emergency as it stands, and what an officer of the county proposes about it. */
function Emergency() {
  const t = useDeskEmergencyText();
  const read = useEmergencies();
  const may = useMe().data?.grants.some((grant) => grant.role === 'officer' && isOfCounty(grant)) ?? false;
  const [what, setWhat] = useState<Proposing>();
  const [proposed, setProposed] = useState(false);
  const present = read.data?.inForce;
  const deleting = read.data?.last && !read.data.last.record;
  if (what)
    return (
      <Propose
        what={what}
        present={present}
        onProposed={() => {
          setProposed(true);
          setWhat(undefined);
        }}
        onTurnBack={() => setWhat(undefined)}
      />
    );
  return (
    <>
      {proposed && (
        <Done icon="sign" title={t('desk.emergency.proposed')} about={t('desk.emergency.proposed.about')} />
      )}
      <Loaded read={read}>
        {({ inForce }) =>
          inForce ? (
            <InForce emergency={inForce} />
          ) : (
            <Nothing
              icon="shape-pass"
              title={t('desk.emergency.none')}
              about={t(deleting ? 'desk.emergency.deleting' : 'desk.emergency.none.about')}
            />
          )
        }
      </Loaded>
      <View className="card flush">
        <Cell
          icon="doc"
          title={t('desk.emergency.record')}
          onTap={() => void Taro.navigateTo({ url: open.emergency })}
        />
      </View>
      {!may && <View className="lead">{t('desk.emergency.county-only')}</View>}
      {may && read.data && (
        <Foot>
          {present ? (
            <>
              <Button kind="outline" text={t('desk.emergency.end')} onTap={() => setWhat('end')} />
              <Button kind="outline" text={t('desk.emergency.renew')} onTap={() => setWhat('renew')} />
            </>
          ) : (
            <Button
              text={t('desk.emergency.open')}
              disabled={deleting === true}
              onTap={() => setWhat('open')}
            />
          )}
        </Foot>
      )}
    </>
  );
}

function EmergencyPage() {
  const t = useDeskEmergencyText();
  return (
    <DeskPage title={t('desk.emergency.title')} roles={['officer']} foot>
      <Emergency />
    </DeskPage>
  );
}

export default whenReady(EmergencyPage);
