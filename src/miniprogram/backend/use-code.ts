import { useSyncExternalStore } from 'react';
import { usePhone } from './phone-context';

/** The credential this phone holds, if any. */
export function useCode() {
  const { code } = usePhone();
  return useSyncExternalStore(code.subscribe, code.current);
}
