import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** The bar at the foot of a page that holds its acts; what matters before acting is said above them. */
export function Foot({ said, children }: PropsWithChildren<{ said?: string | undefined }>) {
  return (
    <View className="foot">
      {said && <View className="said">{said}</View>}
      <View className="row">{children}</View>
    </View>
  );
}
