import { View } from '@tarojs/components';
import { useOnline } from '../backend/online';
import { useOutbox } from '../backend/use-outbox';
import { useText } from '../locales';
import { Icon } from './icon';
import { asRole } from '../platform/role';

/** One calm line while there is no network: what still works, and how much waits. */
export function OfflineRow() {
  const t = useText();
  const online = useOnline();
  const waiting = useOutbox().filter((item) => item.state === 'waiting').length;
  if (online) return null;
  return (
    <View className="offline-row" {...asRole('status')} aria-live="polite">
      <Icon name="offline" />
      <View>
        {t('common.offline')}
        {waiting > 0 && <View>{t('common.offline.waiting', { count: waiting })}</View>}
      </View>
    </View>
  );
}
