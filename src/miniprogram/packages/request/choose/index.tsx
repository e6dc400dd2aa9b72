import { useRouter } from '@tarojs/taro';
import { useCatalogue } from '../../../backend/catalogue';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import type { TextKey } from '../../../locales';
import { useBodies } from '../bodies';
import { Entries } from '../entries';
import { useRequestText } from '../text';
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
          <Entries categories={categories.filter((category) => category.group === group)} />
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(ChoosePage);
