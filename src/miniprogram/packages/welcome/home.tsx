import Taro from '@tarojs/taro';
import { Page } from '../../components/page';
import { useWelcomeText } from './text';
import { HomeStep } from './home-step';
import { whenReady } from '../../when-ready';

/** Moving house: the new grid and its notices at once. */
function HomePage() {
  const t = useWelcomeText();
  return (
    <Page title={t('me.home')} foot>
      <HomeStep onDone={() => void Taro.navigateBack()} />
    </Page>
  );
}

export default whenReady(HomePage);
