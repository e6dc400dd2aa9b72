import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Category } from '../../backend/catalogue';
import { Cell } from '../../components/cell';
import { useText } from '../../locales';
import { open } from '../../paths';
import { remember } from './recent';

/** Entries of the catalogue to choose from. */
export function Entries({ categories }: { categories: readonly Category[] }) {
  const t = useText();
  return (
    <View className="card flush">
      {categories.map((category) => (
        <Cell
          key={category.code}
          title={t.of(category.name)}
          note={t.of(category.hint)}
          onTap={() => {
            void remember(category.code);
            void Taro.navigateTo({ url: open.category(category) });
          }}
        />
      ))}
    </View>
  );
}
