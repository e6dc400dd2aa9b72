import { useEffect, useState } from 'react';
import { platform } from '../../platform';

/** This device's clock, epoch milliseconds, told anew so often (ms). */
export function useNow(every = 250): number {
  const [now, setNow] = useState(platform.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(platform.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
