import { useCallback, useEffect, useState } from 'react';
import { storage } from '../../platform/storage';

/** Months of birth by person, YYYY-MM. On this phone alone; gone when one signs out. */
export type Births = Readonly<Record<string, string>>;

const key = 'births';

export function useBirths(): [births: Births | undefined, keep: (births: Births) => Promise<void>] {
  const [births, setBirths] = useState<Births>();
  useEffect(() => void storage.get<Births>(key).then((kept) => setBirths(kept ?? {})), []);
  // Said once it is kept; where this phone keeps nothing, it holds until the page is left.
  const keep = useCallback(async (next: Births): Promise<void> => {
    await storage.set(key, next).catch(() => undefined);
    setBirths(next);
  }, []);
  return [births, keep];
}
