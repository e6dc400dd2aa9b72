import { useEffect, useState } from 'react';

/** The second of a clock, running (epoch seconds). */
export function useSecond(now: () => number): number {
  const [second, setSecond] = useState(() => Math.floor(now() / 1000));
  useEffect(() => {
    const timer = setInterval(() => setSecond(Math.floor(now() / 1000)), 250);
    return () => clearInterval(timer);
  }, [now]);
  return second;
}
