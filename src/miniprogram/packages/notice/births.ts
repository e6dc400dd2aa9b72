import { useCallback, useEffect, useState } from 'react';
import { storage } from '../../platform/storage';

/** Months of birth by person, YYYY-MM. On this phone alone; gone when one signs out. */
export type Births = Readonly<Record<string, string>>;

const key = 'births';

export function useBirths(): [births: Births | undefined, keep: (births: Births) => void] {
  const [births, setBirths] = useState<Births>();
  useEffect(() => void storage.get<Births>(key).then((kept) => setBirths(kept ?? {})), []);
  const keep = useCallback((next: Births): void => {
    setBirths(next);
    void storage.set(key, next);
  }, []);
  return [births, keep];
}
