import { useSyncExternalStore } from 'react';
import { isOnline, onNetworkChange } from '../platform/network';

/** Whether the phone believes to have a network. */
export const useOnline = (): boolean => useSyncExternalStore(onNetworkChange, isOnline);
