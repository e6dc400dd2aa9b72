import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useCatalogue } from '../../backend/catalogue';
import { Cell } from '../../components/cell';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { Tap } from '../../components/tap';
import { useText } from '../../locales';
import { open } from '../../paths';
import { Danger } from './danger';
import { MyWorker } from './my-worker';
import { Needs } from './needs';
import { whenReady } from '../../when-ready';

/** Danger first, then my grid worker, then needs: the grid's, not the grid's, for all to decide. */
function ServicesPage() {
  const t = useText();
  // Kept from here on: a form opens without a network too.
  useCatalogue();
  return (
    <Page title={t('services.title')} tab="services">
      <Tap
        className="card plain search"
        role="link"
        label={t('services.search')}
        onTap={() => void Taro.navigateTo({ url: open.search })}
      >
        <Icon name="search" />
        <View className="quiet">{t('services.search')}</View>
      </Tap>
      <Danger />
      <MyWorker />
      <Needs />
      <View className="card flush">
        <Cell icon="map" title={t('services.map')} onTap={() => void Taro.navigateTo({ url: open.map })} />
      </View>
    </Page>
  );
}

export default whenReady(ServicesPage);
