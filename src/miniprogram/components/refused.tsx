import { View } from '@tarojs/components';
import type { CallFailed } from '../backend/client';
import { useText } from '../locales';
import { asRole } from '../platform/role';

interface Props {
  refused: CallFailed | undefined;
  className?: string;
  /** Said without a network, instead of that it needs one. */
  offline?: string;
}

/** Why an act came to nothing, and what to do; without a network, that nothing was sent. */
export function Refused({ refused, className = 'lead after', offline }: Props) {
  const t = useText();
  if (!refused) return null;
  const trace = refused.code === 'internal-error' ? refused.problem?.traceId : undefined;
  return (
    <View className={className} {...asRole('alert')}>
      <View>{refused.kind === 'offline' ? (offline ?? t('common.needs-network')) : t.error(refused)}</View>
      {trace && <View className="quiet">{t('common.trace', { id: trace })}</View>}
    </View>
  );
}
