import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '../../../components/cell';
import { RegionSearch } from '../../../components/region-search';
import { useFactText } from './text';

interface Props {
  label: string;
  /** Whether a place is chosen. */
  chosen: boolean;
  /** Region code. */
  onChoose(code: string | undefined): void;
}

/** One place: the one chosen, or a search for it. */
export function RegionField({ label, chosen, onChoose }: Props) {
  const t = useFactText();
  const [called, setCalled] = useState('');
  return (
    <View className="spaced-above">
      <View className="field-label" aria-hidden>
        {label}
      </View>
      {chosen ? (
        <Cell title={called} value={t('desk.fact.change')} onTap={() => onChoose(undefined)} />
      ) : (
        <RegionSearch
          label={label}
          none={t('desk.fact.nowhere')}
          onChoose={({ code, name }) => {
            setCalled(name);
            onChoose(code);
          }}
        />
      )}
    </View>
  );
}
