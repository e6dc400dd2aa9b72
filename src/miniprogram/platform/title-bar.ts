import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Room a title drawn by us leaves free, in px: the phone's own signs above, WeChat's capsule at the side. */
export interface TitleBar {
  top: number;
  side: number;
}

/** Undefined where WeChat draws the title bar itself. `own`: the page has asked it not to. */
export function titleBar(own: boolean): TitleBar | undefined {
  if (!isWeapp) return { top: 0, side: 0 };
  if (!own) return undefined;
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  return { top: statusBarHeight, side: windowWidth - Taro.getMenuButtonBoundingClientRect().left };
}

/** Colour of the phone's clock and signal over a page that reaches to the top edge. A browser keeps its own. */
export function tintStatusBar(colour: 'white' | 'black'): void {
  if (!isWeapp) return;
  const [frontColor, backgroundColor] = colour === 'white' ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'];
  void Taro.setNavigationBarColor({ frontColor, backgroundColor }).catch(() => undefined);
}
