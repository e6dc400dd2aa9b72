import { View } from '@tarojs/components';
import { Chips } from '../../../components/choice';
import { useRequestText } from '../text';

/** Under one's name or without it; what that means is said before sending. */
export function AnonymousField({ value, onChange }: { value: boolean; onChange(value: boolean): void }) {
  const t = useRequestText();
  return (
    <View className="card">
      <View className="asked" aria-hidden>
        {t('filing.anonymous')}
      </View>
      <Chips
        label={t('filing.anonymous')}
        chosen={[value ? 'yes' : 'no']}
        options={[
          { key: 'no', text: t('filing.anonymous.no') },
          { key: 'yes', text: t('filing.anonymous.yes') },
        ]}
        onChange={([key]) => onChange(key === 'yes')}
      />
      {value && <View className="caption">{t('filing.anonymous.about')}</View>}
    </View>
  );
}
