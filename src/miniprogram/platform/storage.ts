import Taro from '@tarojs/taro';
import type { KeyValue } from '../backend/storage';
import { readKept, removeKept, writeKept } from './database';
import { isWeapp, namespace } from './environment';

const named = (key: string): string => `${namespace()}/${key}`;

const inWeapp: KeyValue = {
  get: async <T>(key: string) => {
    try {
      return (await Taro.getStorage<T>({ key: named(key) })).data;
    } catch {
      // WeChat answers a missing key with a failure.
      return undefined;
    }
  },
  set: async (key, data) => void (await Taro.setStorage({ key: named(key), data })),
  remove: async (key) => void (await Taro.removeStorage({ key: named(key) })),
};

const inBrowser: KeyValue = {
  get: async <T>(key: string) => (await readKept(named(key))) as T | undefined,
  set: async (key, value) => void (await writeKept(named(key), value)),
  remove: async (key) => void (await removeKept(named(key))),
};

/** Small values on the phone, by persona. WeChat holds 1 MB a key, 10 MB in all. */
export const storage: KeyValue = isWeapp ? inWeapp : inBrowser;
