import { View } from '@tarojs/components';
import type { DeclaredEmergency } from '@contract/api';
import { gateKindNames } from '@contract/emergency/gate-kinds';
import { recordKinds } from '@contract/emergency/record';
import { useEmergencies } from '../../../backend/emergencies';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { useTextWith } from '../../../locales';
import { emergencyRecordTexts } from '../../../locales/emergency-record';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';

/** What was deleted, by kind. */
function Counts({ record }: { record: NonNullable<DeclaredEmergency['record']> }) {
  const t = useTextWith(emergencyRecordTexts);
  const counted = recordKinds.filter((kind) => record.counts[kind] !== undefined);
  return (
    <>
      <View className="section">{t('record.counts')}</View>
      <View className="card flush">
        {counted.length === 0 && <Cell title={t('record.nothing')} />}
        {counted.map((kind) => (
          <Cell
            key={kind}
            title={t(`record.kind.${kind}`)}
            value={t('record.count', { count: record.counts[kind] ?? 0 })}
          />
        ))}
      </View>
    </>
  );
}

function One({ emergency }: { emergency: DeclaredEmergency }) {
  const t = useTextWith(emergencyRecordTexts);
  const { level, state, openedAt, renewals, endsAt, endedAt, legalBasis, gateKinds, record } = emergency;
  const gates = gateKinds.map((kind) => t.of(gateKindNames[kind])).join(t.language === 'zh' ? '、' : '; ');
  return (
    <>
      <View className="section">
        {t(state === 'in-force' ? 'record.in-force' : 'record.ended', { level })}
      </View>
      <View className="card flush">
        <Cell title={t('record.opened')} value={when(openedAt, t)} />
        {renewals.map((renewal) => (
          <Cell
            key={renewal.at}
            title={t('record.renewed', { until: when(renewal.endsAt, t) })}
            value={when(renewal.at, t)}
          />
        ))}
        {endedAt ? (
          <Cell title={t('record.over')} value={when(endedAt, t)} />
        ) : (
          <Cell title={t('record.until')} value={when(endsAt, t)} />
        )}
        {record && <Cell title={t('record.deleted')} value={when(record.deletedAt, t)} />}
        <Cell title={t('record.basis')} note={t.of(legalBasis)} />
        <Cell title={t('record.gates')} note={gates} />
      </View>
      {record && <Counts record={record} />}
    </>
  );
}

/** Emergencies as anyone may read of them: terms, times, how much was deleted. */
function RecordPage() {
  const t = useTextWith(emergencyRecordTexts);
  const read = useEmergencies();
  return (
    <Page title={t('record.title')}>
      <View className="lead">{t('record.about')}</View>
      <Loaded read={read}>
        {({ inForce, last }) => (
          <View>
            {inForce && <One emergency={inForce} />}
            {last && <One emergency={last} />}
            {!inForce && !last && (
              <Nothing icon="doc" title={t('record.none')} about={t('record.none.about')} />
            )}
          </View>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(RecordPage);
