import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Tells when the app comes to the front again. */
export function onShow(listener: () => void): void {
  if (isWeapp) Taro.onAppShow(listener);
  else
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') listener();
    });
}
