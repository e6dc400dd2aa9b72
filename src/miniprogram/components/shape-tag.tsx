import { View } from '@tarojs/components';
import type { Severity } from '@contract/notice/notice';
import { useText } from '../locales';
import { Icon } from './icon';

const looks = {
  Extreme: { look: 'red-fill', icon: 'shape-urgent' },
  Severe: { look: 'red', icon: 'shape-urgent' },
  Moderate: { look: 'amber', icon: 'shape-warn' },
} as const;

/** How urgent: shape and word beside the colour. Minor ones carry no mark. */
export function SeverityTag({ severity }: { severity: Severity }) {
  const t = useText();
  if (severity === 'Minor' || severity === 'Unknown') return null;
  const { look, icon } = looks[severity];
  return (
    <View className={`tag ${look}`}>
      <Icon name={icon} />
      {t(`severity.${severity}`)}
    </View>
  );
}
