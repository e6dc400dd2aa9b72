import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** WGS-84, degrees; undefined when the person says no or the phone does not know. */
export async function locate(): Promise<{ lng: number; lat: number } | undefined> {
  if (isWeapp) {
    const found = await Taro.getLocation({ type: 'wgs84' }).catch(() => undefined);
    return found && { lng: found.longitude, lat: found.latitude };
  }
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude }),
      () => resolve(undefined),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}
