import Taro from '@tarojs/taro';
import { isWeapp } from './environment';

/** WeChat's single-use sign-in code, good for five minutes; undefined on the web, which has none. */
export async function weChatCode(): Promise<string | undefined> {
  return isWeapp ? (await Taro.login()).code : undefined;
}
