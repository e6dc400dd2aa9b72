import { View } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useText } from '../../locales';
import { when } from '../../when';

/** The log of officials' acts no longer holds what this phone once saw of it: said until one signs out. */
export function LogLost() {
  const t = useText();
  const { log } = usePhone();
  const [first] = useSyncExternalStore(log.subscribe, log.lost);
  if (!first) return null;
  const time = when(new Date(first.at).toISOString(), t);
  return (
    <View className="card">
      <View className="card-title">{t('me.log')}</View>
      <View className="quiet">{t('me.log.about', { seq: String(first.seq), time })}</View>
    </View>
  );
}
