import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Opens the dialler with the number; the person still presses call. */
export function call(number: string): void {
  if (isWeapp) void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
  else window.location.href = `tel:${number}`;
}
