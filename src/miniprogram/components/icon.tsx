import { View } from '@tarojs/components';
import type { IconName } from '../look/icon-name';

/** Decoration beside a word; screen readers pass over it. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <View className={`icon icon-${name} ${className}`} aria-hidden />;
}
