import { useSyncExternalStore } from 'react';
import { isKeeping, onKeepingChange } from '../platform/visit';

/** Whether this phone keeps what is done; otherwise it lasts until the app is closed. */
export const useKeeping = (): boolean => useSyncExternalStore(onKeepingChange, isKeeping);
