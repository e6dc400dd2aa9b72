import { View } from '@tarojs/components';
import type { SetUpCode } from '@contract/api';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { SpokenCode } from '../../../components/spoken-code';
import { useDeskText } from '../text';
import { asRole } from '../../../platform/role';

const minute = 60_000;
const tickMs = 5_000;

/** Whole minutes left, counted up: 1 until it is over. */
function useMinutesLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(until) - now) / minute));
}

interface Props {
  name: string;
  code: SetUpCode;
  onClose(): void;
}

/** A guard scans it off this screen, or types its letters. */
export function SetUp({ name, code: { code, expiresAt }, onClose }: Props) {
  const t = useDeskText();
  const minutes = useMinutesLeft(expiresAt);
  return (
    <>
      <View className="card set-up">
        <View className="card-title">{t('desk.gates.set-up.title', { name })}</View>
        {minutes === 0 ? (
          <View {...asRole('status')}>{t('desk.gates.set-up.over')}</View>
        ) : (
          <>
            <SpokenCode code={code} />
            <View>{t('desk.gates.set-up.left', { count: minutes })}</View>
            <View className="quiet">{t('desk.gates.set-up.about')}</View>
          </>
        )}
      </View>
      <Foot>
        <Button kind="outline" text={t('desk.gates.set-up.close')} onTap={onClose} />
      </Foot>
    </>
  );
}
