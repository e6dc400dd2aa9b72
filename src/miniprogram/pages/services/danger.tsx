import { Text, View } from '@tarojs/components';
import { Tap } from '../../components/tap';
import { useText } from '../../locales';
import { call } from '../../platform/phone-call';

/** Before anything else. */
export function Danger() {
  const t = useText();
  return (
    <View className="card plain danger">
      <View className="say">{t('services.danger')}</View>
      {(['110', '119', '120'] as const).map((number) => (
        <Tap
          key={number}
          className="number"

          onTap={() => call(number)}
        >
          <Text className="digits">{number}</Text>
          <Text className="quiet">{t(`services.${number}`)}</Text>
        </Tap>
      ))}
      <View className="caption">{t('services.12110')}</View>
    </View>
  );
}
