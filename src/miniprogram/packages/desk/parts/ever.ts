import { useState } from 'react';

/** True from the first time on: what was asked for once does not go away while it is sent again. */
export function useEver(now: boolean): boolean {
  const [before, setBefore] = useState(now);
  if (now && !before) setBefore(true);
  return before || now;
}
