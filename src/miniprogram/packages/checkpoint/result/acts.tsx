import { View } from '@tarojs/components';
import type { Duty } from '@contract/api';
import { useState } from 'react';
import { CallFailed } from '../../../backend/client';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { useGateText } from '../text';
import type { IconName } from '../../../look/icon-name';
import { call } from '../../../platform/phone-call';
import { asRole } from '../../../platform/role';
import type { Told } from '../answered';
import type { Gate } from '../gate';

interface Act {
  icon: IconName;
  text: string;
  onTap(): void;
}

const Big = ({ icon, text, onTap, filled }: Act & { filled: boolean }) => (
  <Tap className={`gate-button ${filled ? 'filled' : ''}`} onTap={onTap}>
    <Icon name={icon} />
    {text}
  </Tap>
);

interface Props {
  gate: Gate;
  verdict: Told;
  duty: Duty | undefined;
  onScan(): void;
}

/** What the guard does next, filled; the duty desk's number on every ask and stop. */
export function Acts({ gate, verdict, duty, onScan }: Props) {
  const t = useGateText();
  const [failure, setFailure] = useState<CallFailed>();
  const askOnline = async (): Promise<void> => {
    try {
      await gate.askOnline();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
    }
  };

  const { result, act } = verdict;
  const phone = duty?.checkpoint.deskPhone;
  const again = result === 'ask' && act !== 'call-desk' ? t('gate.again') : t('gate.next');
  const scan: Act = { icon: 'scan', text: again, onTap: onScan };
  const desk: Act[] =
    phone && result !== 'pass'
      ? [{ icon: 'phone', text: t('gate.call', { phone }), onTap: () => call(phone) }]
      : [];
  const online: Act = { icon: 'globe', text: t('gate.online'), onTap: () => void askOnline() };
  const acts = act === 'verify-online' ? [...desk, scan, online] : [...desk, scan];
  const desksTurn = result === 'stop' || act === 'call-desk';
  const filled = desksTurn ? acts[0] : acts[acts.length - 1];
  return (
    <View className="gate-acts">
      {failure && (
        <View className="gate-seen" {...asRole('alert')}>
          {t.error(failure)}
        </View>
      )}
      {acts.map((each) => (
        <Big key={each.icon} {...each} filled={each === filled} />
      ))}
    </View>
  );
}
