import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';
import { usePreferences } from '../preferences';

/** From here down colour and type are those this person wants. */
export function Root({ className, children }: PropsWithChildren<{ className: string }>) {
  const { elder, dark, textScale } = usePreferences();
  const look = ['linli', dark && 'dark', elder && 'elder', className].filter(Boolean).join(' ');
  return (
    <View className={look} style={{ '--text-scale': String(textScale) } as CSSProperties}>
      {children}
    </View>
  );
}
