import { View } from '@tarojs/components';
import { useOnline } from '../backend/online';
import { useOutbox } from '../backend/use-outbox';
import { useText } from '../locales';
import { StatusRow } from './status-row';

/** While there is no network: what still works, and how much waits. `said`: what a page says of it instead. */
export function OfflineRow({ said }: { said?: string | undefined }) {
  const t = useText();
  const online = useOnline();
  const waiting = useOutbox().filter((item) => item.state === 'waiting').length;
  if (online) return null;
  return (
    <StatusRow icon="offline">
      {said ?? t('common.offline')}
      {waiting > 0 && <View>{t('common.offline.waiting', { count: waiting })}</View>}
    </StatusRow>
  );
}
