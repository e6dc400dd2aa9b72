import { View } from '@tarojs/components';
import { Icon } from '../../../components/icon';
import { useFamilyText } from '../text';
import type { Asker } from './yes';

/** Who asks: as much of the name as anyone sees, and whether the community has seen them. */
export function Who({ asker: { kind, maskedName, confirmed } }: { asker: Asker }) {
  const t = useFamilyText();
  return (
    <View>
      <View className="headline">{t(`family.agree.${kind}`, { name: maskedName })}</View>
      <View className="lead seen">
        <Icon name={confirmed ? 'shield' : 'edit'} />
        {t(confirmed ? 'code.confirmed' : 'family.agree.unconfirmed')}
      </View>
    </View>
  );
}
