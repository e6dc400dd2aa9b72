import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

interface RouterChange {
  toLocation: { path: string };
}

/**
 * On the web, what is seen is the page of the address. Taro's router draws a page once its code has come, though one
 * may have gone back meanwhile: it would lie over the list, without what its own address said. Told that the browser
 * moved, the router looks at the address again and takes away what is not of it.
 *
 * And it hides the page below a new one by a timer: one may be back there before that.
 */
export function keepInFront(): void {
  if (isWeapp) return;
  Taro.eventCenter.on('__afterTaroRouterChange', ({ toLocation }: RouterChange) => {
    const [path] = window.location.hash.slice(1).split('?');
    if (path === toLocation.path) {
      const front = Taro.getCurrentPages().at(-1)?.path;
      document.getElementById(front ?? '')?.classList.remove('taro_page_shade');
    } else window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }));
  });
}
