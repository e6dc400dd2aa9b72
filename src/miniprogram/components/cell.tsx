import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { IconName } from '../look/icon-name';
import { Icon } from './icon';
import { Tap } from './tap';

interface Props {
  icon?: IconName;
  title: string;
  note?: string;
  value?: string;
  onTap?: () => void;
  /** Its title is an act: drawn in the brand's colour. */
  act?: boolean;
  children?: ReactNode;
}

/** One row of a card. */
export function Cell({ icon, title, note, value, onTap, act, children }: Props) {
  const look = `weui-cell cell ${act ? 'act' : ''} ${onTap ? 'weui-cell_active' : ''}`;
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <View className="weui-cell__bd words">
        <Text>{title}</Text>
        {note && <View className="quiet">{note}</View>}
      </View>
      {value && <Text className="weui-cell__ft value">{value}</Text>}
      {children}
      {onTap && <Icon name="right" className="more" />}
    </>
  );
  return onTap ? (
    <Tap className={look} onTap={onTap} role="link">
      {inside}
    </Tap>
  ) : (
    <View className={look}>{inside}</View>
  );
}
