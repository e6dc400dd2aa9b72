import { View } from '@tarojs/components';
import { Chips } from '../../../components/choice';
import { useRequestText } from '../text';

/** Whether what is said goes to the neighbours who joined as well. How many they are is all the team knows of them. */
export function ForAll({
  count,
  value,
  onChange,
}: {
  count: number;
  value: boolean;
  onChange(value: boolean): void;
}) {
  const t = useRequestText();
  const text = t('joined.for-all', { count });
  return (
    <>
      <Chips
        label={text}
        multiple
        chosen={value ? ['all'] : []}
        options={[{ key: 'all', text }]}
        onChange={(keys) => onChange(keys.includes('all'))}
      />
      <View className="caption">{t('joined.for-all.about')}</View>
    </>
  );
}
