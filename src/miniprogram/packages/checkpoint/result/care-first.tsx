import { View } from '@tarojs/components';
import { CallButton } from '../../../components/call-button';
import { useGateText } from '../text';

/** Before everything else on each ask and stop: people died at gates for want of a colour. */
export function CareFirst() {
  const t = useGateText();
  return (
    <View className="gate-care">
      <View>
        <View>{t('gate.ill')}</View>
        <View>{t('gate.ill.act')}</View>
      </View>
      <CallButton number="120" label={t('gate.ill.call')} />
    </View>
  );
}
