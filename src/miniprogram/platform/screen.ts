import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

const inWeapp = {
  brightness: (): Promise<number | undefined> =>
    new Promise((resolve) => {
      void Taro.getScreenBrightness({
        success: ({ value }) => resolve(value),
        fail: () => resolve(undefined),
      });
    }),
  async brighten(value: number): Promise<void> {
    await Taro.setScreenBrightness({ value }).catch(() => undefined);
  },
  async keepAwake(keepScreenOn: boolean): Promise<void> {
    await Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined);
  },
};

/** One after the other: who comes back at once must find the brightness that was, not ours. */
let turn: Promise<unknown> = Promise.resolve();

function lightInWeapp(): () => void {
  let before: number | undefined;
  turn = turn.then(async () => {
    before = await inWeapp.brightness();
    await inWeapp.brighten(1);
    await inWeapp.keepAwake(true);
  });
  return () => {
    turn = turn.then(async () => {
      await inWeapp.keepAwake(false);
      if (before !== undefined) await inWeapp.brighten(before);
    });
  };
}

/** A browser lends no brightness; it keeps the screen awake while the page is seen, and forgets it when not. */
function lightInBrowser(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: Promise<WakeLockSentinel | undefined> = Promise.resolve(undefined);
  const take = (): void => {
    if (document.visibilityState === 'visible')
      lock = navigator.wakeLock.request('screen').catch(() => undefined);
  };
  take();
  document.addEventListener('visibilitychange', take);
  return () => {
    document.removeEventListener('visibilitychange', take);
    void lock.then((held) => held?.release());
  };
}

/** A code is read off the screen: bright, and awake. The answer puts both back as they were. */
export const lightUp = (): (() => void) => (isWeapp ? lightInWeapp() : lightInBrowser());
