import { useSyncExternalStore } from 'react';
import type { OutboxItem } from './outbox';
import { usePhone } from './phone-context';

/** What waits on this phone, as it changes. */
export function useOutbox(): readonly OutboxItem[] {
  const { outbox } = usePhone();
  return useSyncExternalStore(outbox.subscribe, outbox.items);
}
