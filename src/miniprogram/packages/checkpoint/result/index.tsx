// Here and not in app.scss: only a guard's phone needs to hold it.
import '../../../look/checkpoint.scss';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { Page } from '../../../components/page';
import { Nothing } from '../../../components/states';
import { useGateText } from '../text';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';
import { type Gate, useGate } from '../gate';
import { useDuty, useGateRound } from '../use-duty';
import { useScanning, useShown } from '../use-scanning';
import { Result } from './result';

const toDuty = (): void => void Taro.redirectTo({ url: open.checkpoint });

function Screen({ gate }: { gate: Gate }) {
  const t = useGateText();
  const shown = useShown(gate);
  const { duty } = useDuty(gate);
  const scan = useScanning(gate, duty);
  useGateRound(gate, duty);
  // Nothing of the person outlives the page.
  useEffect(() => gate.display.wipe, [gate]);
  const title = duty ? t('gate.title', { name: duty.checkpoint.name }) : t('gate.title.none');
  if (!shown) {
    const next = duty ? { text: t('gate.next'), onTap: scan } : { text: t('gate.title.none'), onTap: toDuty };
    return (
      <Page title={title} ownNav>
        <Nothing icon="scan" title={t('gate.wiped')} about={t('gate.hour.about')} act={next} />
      </Page>
    );
  }
  const { result } = shown.verdict;
  return (
    <Page
      title={title}
      ownNav
      className={`gate-page gate-${result}`}
      statusBar={result === 'ask' ? 'black' : 'white'}
    >
      <Result key={shown.at} gate={gate} shown={shown} duty={duty} onScan={scan} />
    </Page>
  );
}

/** What to do with the one who stands here: full screen, for half a minute. */
function ResultPage() {
  const gate = useGate();
  return gate ? <Screen gate={gate} /> : <View className="linli" />;
}

export default whenReady(ResultPage);
