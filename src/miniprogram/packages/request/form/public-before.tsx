import { View } from '@tarojs/components';
import type { GridCategory } from '../../../backend/catalogue';
import { Icon } from '../../../components/icon';
import { useTextWith } from '../../../locales';
import { publicTexts } from '../../../locales/public';

/** What of a matter in a public place becomes public, said before it is filed. */
export function PublicBefore({ category }: { category: GridCategory }) {
  const t = useTextWith(publicTexts);
  if (category.scope !== 'public') return null;
  return (
    <View className="card">
      <View className="weui-cell cell">
        <Icon name="eye" />
        <View className="words quiet">{t('public.before')}</View>
      </View>
    </View>
  );
}
