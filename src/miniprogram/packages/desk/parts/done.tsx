import { View } from '@tarojs/components';
import { Icon } from '../../../components/icon';
import type { IconName } from '../../../look/icon-name';
import { asRole } from '../../../platform/role';

interface Props {
  icon: IconName;
  title: string;
  name?: string;
  about: string;
}

/** What came of an act: the answer first, then whom it is about, then what it means. */
export function Done({ icon, title, name, about }: Props) {
  return (
    <View className="card nothing" {...asRole('status')}>
      <Icon name={icon} />
      <View className="card-title">{title}</View>
      {name && <View className="card-title">{name}</View>}
      <View className="quiet">{about}</View>
    </View>
  );
}
