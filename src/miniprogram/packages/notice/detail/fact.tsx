import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from '../../../components/icon';
import type { IconName } from '../../../look/icon-name';

interface Props {
  icon: IconName;
  label: string;
  /** The answer, first and in full ink. */
  answer: string;
}

/** One question that a notice answers: who, what, until when, where. */
export function Fact({ icon, label, answer, children }: PropsWithChildren<Props>) {
  return (
    <View className="fact">
      <Icon name={icon} />
      <View className="words">
        <View className="quiet">{label}</View>
        <View>{answer}</View>
        {children && <View className="quiet">{children}</View>}
      </View>
    </View>
  );
}
