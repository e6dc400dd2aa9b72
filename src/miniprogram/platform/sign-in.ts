import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Whether people here are known to WeChat. */
export const knowsWeChat = isWeapp;

/** WeChat's single-use sign-in code, good for five minutes; undefined on the web, which has none. */
export async function weChatCode(): Promise<string | undefined> {
  return isWeapp ? (await Taro.login()).code : undefined;
}
