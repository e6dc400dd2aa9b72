import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { IconName } from '../look/icon-name';
import { asRole } from '../platform/role';
import { Icon } from './icon';

/** One calm line on top of a page about the phone itself, not about what the page shows. */
export function StatusRow({ icon, children }: PropsWithChildren<{ icon: IconName }>) {
  return (
    <View className="status-row" {...asRole('status')} aria-live="polite">
      <Icon name={icon} />
      <View>{children}</View>
    </View>
  );
}
