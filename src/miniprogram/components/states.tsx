import { View } from '@tarojs/components';
import type { UseQueryResult } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import type { CallFailed } from '../backend/client';
import { useText } from '../locales';
import type { IconName } from '../look/icon-name';
import { open } from '../paths';
import { Button } from './button';
import { Icon } from './icon';
import { asRole } from '../platform/role';

/** Shown only when reading takes longer than a glance. */
const skeletonAfterMs = 300;

export function Skeleton() {
  const t = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), skeletonAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <View className="card" {...asRole('status')} aria-label={t('common.loading')}>
      {[70, 45, 60, 35].map((width) => (
        <View key={width} className="bone" style={{ width: `${width}%` }} />
      ))}
    </View>
  );
}

interface NothingProps {
  icon: IconName;
  title: string;
  about?: string;
  act?: { text: string; onTap(): void };
}

/** Nothing here yet: what will be, and one next step. */
export function Nothing({ icon, title, about, act }: NothingProps) {
  return (
    <View className="card nothing">
      <Icon name={icon} />
      <View>{title}</View>
      {about && <View className="quiet">{about}</View>}
      {act && <Button kind="tint" small text={act.text} onTap={act.onTap} />}
    </View>
  );
}

/** What went wrong, whether anything is lost, what to do, and the number to quote. */
export function Failed({ error, onRetry }: { error: CallFailed; onRetry(): void }) {
  const t = useText();
  const trace = error.problem?.traceId;
  return (
    <View className="card nothing" {...asRole('alert')}>
      <View>{t('common.failed')}</View>
      <View className="quiet">{t.error(error)}</View>
      {trace && <View className="quiet">{t('common.trace', { id: trace })}</View>}
      <Button kind="tint" small text={t('common.retry')} onTap={onRetry} />
    </View>
  );
}

/** It is somebody's, and nobody is signed in. */
function SignInFirst() {
  const t = useText();
  const go = (): void => void Taro.navigateTo({ url: open.welcome });
  return (
    <Nothing
      icon="me"
      title={t('me.not-signed-in')}
      about={t('code.none.sign-in')}
      act={{ text: t('code.get'), onTap: go }}
    />
  );
}

/** The four states of anything read: what was read last stands, whatever happens to the network. */
export function Loaded<T>({
  read,
  children,
}: {
  read: UseQueryResult<T, CallFailed>;
  children(value: T): ReactNode;
}) {
  if (read.data !== undefined) return <>{children(read.data)}</>;
  if (read.fetchStatus === 'idle' && read.isPending) return <SignInFirst />;
  if (read.isError) return <Failed error={read.error} onRetry={() => void read.refetch()} />;
  return <Skeleton />;
}
