import { useSyncExternalStore } from 'react';
import { usePhone } from './phone-context';

/** Whether someone is signed in on this phone. */
export function useSignedIn(): boolean {
  const { session } = usePhone();
  return useSyncExternalStore(session.subscribe, () => session.token() !== undefined);
}
