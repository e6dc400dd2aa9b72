import { View } from '@tarojs/components';
import type { Duty } from '@contract/api';
import Taro from '@tarojs/taro';
import { Button } from '../../../components/button';
import { CallButton } from '../../../components/call-button';
import { useGateText } from '../text';
import { open } from '../../../paths';
import { hearsHandScanner } from '../../../platform/hand-scanner';
import { when } from '../../../when';
import type { Gate } from '../gate';
import { useListAge } from '../list-age';
import { useCounts, useScanning } from '../use-scanning';
import { EndDuty } from './end-duty';

/** A checkpoint between two people. */
export function OnDuty({ gate, duty }: { gate: Gate; duty: Duty }) {
  const t = useGateText();
  const age = useListAge(gate.lists, t);
  const { pass, ask, stop } = useCounts(gate, duty.id);
  const { deskPhone } = duty.checkpoint;

  const scan = useScanning(gate, duty, () => void Taro.navigateTo({ url: open.result }));
  return (
    <>
      <View className="card">
        <View className="gate-head">
          <View className="figures">{t('gate.until', { time: when(duty.endsAt, t) })}</View>
          <CallButton number={deskPhone} label={t('gate.call', { phone: deskPhone })} />
        </View>
        <Button className="gate-scan" icon="scan" text={t('gate.scan')} onTap={scan} />
        {hearsHandScanner && <View className="quiet gate-hint">{t('gate.hand-scanner')}</View>}
      </View>
      <View className="card flush">
        <View className="weui-cell cell">
          <View className="weui-cell__bd words">
            <View className="figures">{age}</View>
          </View>
          <Button
            kind="tint"
            small
            text={t('gate.update')}
            onTap={() => void gate.lists.update().catch(() => undefined)}
          />
        </View>
        <View className="weui-cell cell">
          <View className="weui-cell__bd words">
            <View className="figures">
              {t('gate.hour')} {t('gate.hour.counts', { pass, ask, stop })}
            </View>
            <View className="quiet">{t('gate.hour.about')}</View>
          </View>
        </View>
      </View>
      <EndDuty gate={gate} duty={duty} />
    </>
  );
}
