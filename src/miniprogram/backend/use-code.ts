import { useSyncExternalStore } from 'react';
import type { KeptCode } from './kept-codes';
import { usePhone } from './phone-context';

/** The codes this phone holds: mine first, then the family's. */
export function useCodes(): readonly KeptCode[] {
  const { code } = usePhone();
  return useSyncExternalStore(code.subscribe, code.codes);
}
