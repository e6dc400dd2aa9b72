import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Opens a page of the web; WeChat lets no mini-program do so, and is given the address to paste. */
export async function openLink(url: string): Promise<'opened' | 'copied'> {
  if (isWeapp) {
    await Taro.setClipboardData({ data: url });
    return 'copied';
  }
  window.open(url, '_blank', 'noopener');
  return 'opened';
}
