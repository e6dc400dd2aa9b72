import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { isOpen } from '@contract/service-request/lifecycle';
import { useNudge } from '../../../backend/use-nudge';
import { Cell } from '../../../components/cell';
import { useRequestText } from '../text';

/** One message by WeChat when it moves: asked for by a tap, as often as one likes. */
export function TellMe({ request: { id, relation, state } }: { request: ServiceRequest }) {
  const t = useRequestText();
  const { offer, asked, ask } = useNudge('request', id, relation === 'filer' && isOpen(state));
  if (!offer) return null;
  const note = offer.waiting > 0 ? t('tell.waiting', { count: offer.waiting }) : t('tell.about');
  return (
    <View className="card">
      <Cell icon="bell" title={t('tell.once')} note={note} onTap={ask} act />
      <View className="caption" aria-live="polite">
        {asked && t(`tell.${asked}`)}
      </View>
    </View>
  );
}
