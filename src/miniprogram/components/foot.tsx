import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';

/**
 * The bar at the foot of a page that holds its acts; what matters before acting is said above them.
 * `stacked`: one below the other, where an act needs the whole width for its words.
 */
export function Foot({
  said,
  stacked = false,
  children,
}: PropsWithChildren<{ said?: ReactNode; stacked?: boolean }>) {
  return (
    <View className="foot">
      {said && <View className="said">{said}</View>}
      <View className={stacked ? 'row stacked' : 'row'}>{children}</View>
    </View>
  );
}
