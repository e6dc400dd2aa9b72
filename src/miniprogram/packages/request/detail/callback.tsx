import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { Button } from '../../../components/button';
import { call } from '../../../platform/phone-call';
import { useRequestText } from '../text';

/** To whoever handles it: the number somebody gave to be called on this once. */
export function Callback({ request: { callbackPhone: number } }: { request: ServiceRequest }) {
  const t = useRequestText();
  if (number === undefined) return null;
  return (
    <View className="card">
      <Button kind="tint" icon="phone" text={`${t('call.now')} ${number}`} onTap={() => call(number)} />
      <View className="caption">{t('call.now.about')}</View>
    </View>
  );
}
