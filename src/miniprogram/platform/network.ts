import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

const listeners = new Set<() => void>();
let online = isWeapp || navigator.onLine;

/** What a call found out: the phone may believe in a network that leads nowhere, or open without being told of none. */
export function hear(now: boolean): void {
  if (now === online) return;
  online = now;
  listeners.forEach((listener) => listener());
}

if (isWeapp) {
  Taro.onNetworkStatusChange(({ isConnected }) => hear(isConnected));
  void Taro.getNetworkType().then(({ networkType }) => hear(networkType !== 'none'));
} else {
  window.addEventListener('online', () => hear(true));
  window.addEventListener('offline', () => hear(false));
}

export const isOnline = (): boolean => online;

/** Tells when the network goes or comes back; the answer takes the listener off again. */
export function onNetworkChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
