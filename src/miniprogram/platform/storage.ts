import Taro from '@tarojs/taro';
import type { KeyValue } from '../backend/storage';
import { database } from './database';
import { namespace } from './environment';
import { isWeapp } from './is-weapp';
import { orHeld, type Store } from './visit';

/** `encrypt`: AES by WeChat, on this phone; said anew at each reading. */
const inWeapp = (encrypt: boolean): Store =>
  orHeld({
    async read(key) {
      try {
        return (await Taro.getStorage<unknown>({ key, ...(encrypt ? { encrypt } : {}) })).data;
      } catch {
        // WeChat answers a missing key with a failure.
        return undefined;
      }
    },
    write: (key, data) => Taro.setStorage({ key, data, ...(encrypt ? { encrypt } : {}) }),
    remove: (key) => Taro.removeStorage({ key }),
    // Taro's types know only that it was called; WeChat answers with what there is.
    keys: async () => ((await Taro.getStorageInfo()) as unknown as { keys: string[] }).keys,
  });

const named = (key: string): string => `${namespace()}/${key}`;

const inStore = (store: Store): KeyValue => ({
  get: async <T>(key: string) => (await store.read(named(key))) as T | undefined,
  set: async (key, value) => void (await store.write(named(key), value)),
  remove: async (key) => void (await store.remove(named(key))),
  keys: async () =>
    (await store.keys()).flatMap((key) => (key.startsWith(named('')) ? [key.slice(named('').length)] : [])),
});

/** Small values on the phone, by persona. WeChat holds 1 MB a key, 10 MB in all. */
export const storage: KeyValue = inStore(isWeapp ? inWeapp(false) : database);

/** The same for what nobody else should read, as far as the platform keeps it from them. */
export const secrets: KeyValue = isWeapp ? inStore(inWeapp(true)) : storage;
