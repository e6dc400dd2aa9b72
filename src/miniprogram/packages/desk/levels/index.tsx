import { View } from '@tarojs/components';
import type { Me, ProposalView } from '@contract/api';
import { couldWorsen } from '@contract/risk-map/act';
import { effectiveLevel } from '@contract/risk-map/effective';
import { riskLevelNames } from '@contract/risk-map/level';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { whenReady } from '../../../when-ready';
import { useAct } from '../parts/act';
import { DeskPage } from '../parts/desk-page';
import { Done } from '../parts/done';
import { PlacePicker, startOf } from '../parts/place-picker';
import { Refused } from '../parts/refused';
import { LevelForm, nothingTyped } from './level-form';
import { useLevelsText } from './text';

/** What came of it: it waits, and for how many people; or it counts already. */
function Sent({ proposal }: { proposal: ProposalView }) {
  const t = useLevelsText();
  return proposal.state === 'waiting' ? (
    <Done
      icon="clock"
      title={t('levels.waits')}
      about={t('levels.waits.about', { count: proposal.worsens })}
    />
  ) : (
    <Done icon="check" title={t('levels.done')} about={t('levels.done.about')} />
  );
}

function SetLevel({ grants, node }: { grants: Me['grants']; node: string }) {
  const t = useLevelsText();
  const { client, queries } = usePhone();
  const [typed, setTyped] = useState(nothingTyped);
  const [sent, setSent] = useState<ProposalView>();
  const { busy, failed, run } = useAct();
  const { onceFor } = useKey();
  const set = useRead('GET /v1/risk-map', { query: { under: node } }, { open: true }).data ?? [];
  const own = set.find((one) => one.node === node)?.level;
  const now = effectiveLevel(node, set)?.level ?? 'low';

  if (sent) return <Sent proposal={sent} />;
  if (!grants.some((grant) => node.startsWith(grant.node) && grant.node !== node))
    return <View className="lead">{t('levels.above')}</View>;
  const { level, zh, en, indicator, indicatorEn, value } = typed;
  const said = [indicator, indicatorEn, value].map((text) => text.trim());
  const whole = said.every((text) => text !== '') || said.every((text) => text === '');
  const ready = level !== undefined && zh.trim() !== '' && en.trim() !== '' && whole;
  const send = (): Promise<void> =>
    run(async () => {
      if (!level) return;
      const [name = '', nameEn = '', figure = ''] = said;
      const indicators = figure === '' ? [] : [{ name: { zh: name, en: nameEn }, value: figure }];
      setSent(
        await client.call(
          'POST /v1/proposals',
          await onceFor([node, typed], () => ({
            act: {
              kind: 'risk-level' as const,
              level: { node, level, reason: { zh: zh.trim(), en: en.trim() }, indicators },
            },
            reason: zh.trim(),
          })),
        ),
      );
      await queries.invalidateQueries();
    });
  const waits = level !== undefined && couldWorsen(own, level);
  return (
    <>
      <View className="lead">{t('levels.now', { level: t.of(riskLevelNames[now]) })}</View>
      <LevelForm typed={typed} onChange={setTyped} />
      <Refused failed={failed} />
      <Foot said={level && t(waits ? 'levels.said.raise' : 'levels.said.lower')}>
        <Button text={t('levels.send')} disabled={busy || !ready} onTap={() => void send()} />
      </Foot>
    </>
  );
}

/** An officer sets the level of a place below theirs: raised by two, lowered by one. */
function LevelsPage() {
  const t = useLevelsText();
  const grants = (useMe().data?.grants ?? []).filter(({ role }) => role === 'officer');
  const [chosen, setChosen] = useState<string[]>();
  const path = chosen ?? startOf(grants);
  const node = path.at(-1);
  return (
    <DeskPage title={t('levels.title')} roles={['officer']} foot>
      <View className="card">
        <PlacePicker
          grants={grants}
          chosen={path}
          label={t('levels.where')}
          finer={t('levels.finer')}
          onChoose={setChosen}
        />
      </View>
      {node && <SetLevel key={node} grants={grants} node={node} />}
    </DeskPage>
  );
}

export default whenReady(LevelsPage);
