import { View } from '@tarojs/components';
import type { DeclaredEmergency } from '@contract/api';
import { type GateKind, gateKindNames, gateKinds } from '@contract/emergency/gate-kinds';
import { emergencyLevels } from '@contract/emergency/terms';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { LabelledChips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useAct } from '../parts/act';
import { Refused } from '../parts/refused';
import { useDeskEmergencyText } from './text';

const day = 86_400_000;
const lengths = ['7', '14', '30', '60', '90'];

export type Proposing = 'open' | 'renew' | 'end';

interface Props {
  what: Proposing;
  /** The one in force. */
  present?: DeclaredEmergency | undefined;
  onProposed(): void;
  onTurnBack(): void;
}

/** What one officer of the county proposes, for a second to sign. */
export function Propose({ what, present, onProposed, onTurnBack }: Props) {
  const t = useDeskEmergencyText();
  const { client, code } = usePhone();
  const [level, setLevel] = useState(present?.level ?? 'II');
  const [zh, setZh] = useState(present?.legalBasis.zh ?? '');
  const [en, setEn] = useState(present?.legalBasis.en ?? '');
  const [gates, setGates] = useState<readonly GateKind[]>(present?.gateKinds ?? ['estate']);
  const [days, setDays] = useState('30');
  const [reason, setReason] = useState('');
  const { busy, failed, run } = useAct();
  const { onceFor } = useKey();
  const words = reason.trim();
  const ready =
    words !== '' &&
    (what === 'end' || (zh.trim() !== '' && en.trim() !== '' && gates.length > 0 && days !== ''));

  const propose = (): Promise<void> =>
    run(async () => {
      const inTerms = () =>
        onceFor([what, level, zh, en, gates, days, words], () => ({
          terms: {
            level,
            legalBasis: { zh: zh.trim(), en: en.trim() },
            gateKinds: [...gates],
            endsAt: new Date(code.clock.now() + Number(days) * day).toISOString(),
          },
          reason: words,
        }));
      const params = { id: present?.id ?? '' };
      if (what === 'open') await client.call('POST /v1/emergencies', await inTerms());
      else if (what === 'renew')
        await client.call('POST /v1/emergencies/:id/renewals', { ...(await inTerms()), params });
      else
        await client.call('POST /v1/emergencies/:id/end', {
          ...(await onceFor([what, words], () => ({ reason: words }))),
          params,
        });
      onProposed();
    });

  return (
    <>
      <View className="headline">{t(`desk.emergency.${what}`)}</View>
      <View className="lead">{t(what === 'end' ? 'desk.emergency.end.means' : 'desk.emergency.two')}</View>
      {what !== 'end' && (
        <View className="card">
          <LabelledChips
            label={t('desk.emergency.level')}
            options={emergencyLevels.map((one) => ({
              key: one,
              text: t('desk.emergency.level.of', { level: one }),
            }))}
            chosen={[level]}
            onChange={([one]) => setLevel(emergencyLevels.find((known) => known === one) ?? level)}
          />
          <Field
            label={t('desk.emergency.basis.zh')}
            hint={t('desk.emergency.basis.zh.hint')}
            value={zh}
            onChange={setZh}
          />
          <Field label={t('desk.emergency.basis.en')} maxLength={300} value={en} onChange={setEn} />
          <LabelledChips
            label={t('desk.emergency.gates')}
            multiple
            options={gateKinds.map((kind) => ({ key: kind, text: t.of(gateKindNames[kind]) }))}
            chosen={gates}
            onChange={(chosen) => setGates(gateKinds.filter((kind) => chosen.includes(kind)))}
          />
          <LabelledChips
            label={t('desk.emergency.days')}
            options={lengths.map((length) => ({
              key: length,
              text: t('desk.emergency.days.of', { days: length }),
            }))}
            chosen={[days]}
            onChange={([length]) => setDays(length ?? '')}
          />
        </View>
      )}
      <View className="card">
        <Field label={t('desk.emergency.reason')} long maxLength={500} value={reason} onChange={setReason} />
        {what === 'end' && <View className="quiet">{t('desk.emergency.two')}</View>}
      </View>
      <Foot said={failed && <Refused failed={failed} />}>
        <Button kind="outline" text={t('desk.emergency.back')} onTap={onTurnBack} />
        <Button text={t('desk.emergency.propose')} disabled={!ready || busy} onTap={() => void propose()} />
      </Foot>
    </>
  );
}
