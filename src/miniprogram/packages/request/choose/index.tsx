import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useCatalogue } from '../../../backend/catalogue';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import type { TextKey } from '../../../locales';
import { useBodies } from '../bodies';
import { useRequestText } from '../text';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';

/** The category first: what a need holds. */
function ChoosePage() {
  const t = useRequestText();
  const { group = '' } = useRouter().params;
  const catalogue = useCatalogue();
  // Read here already, so that the pages that show them open without a network.
  useBodies();
  return (
    <Page title={t(`services.${group}` as TextKey)}>
      <Loaded read={catalogue}>
        {({ categories }) => (
          <View className="card flush">
            {categories
              .filter((category) => category.group === group)
              .map((category) => (
                <Cell
                  key={category.code}
                  title={t.of(category.name)}
                  note={t.of(category.hint)}
                  onTap={() => void Taro.navigateTo({ url: open.category(category) })}
                />
              ))}
          </View>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(ChoosePage);
