import { useCallback, useRef, useState } from 'react';
import { CallFailed } from './client';

/**
 * One act at the server: at most one at a time, and why it was refused. Pressed again while it is under way, it does
 * nothing. `act` and `run`, which can be waited for, are the same for the page's life.
 */
export function useAct() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<CallFailed>();
  const run = useCallback(async (what: () => Promise<void>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefused(undefined);
    try {
      await what();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setRefused(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const act = useCallback((what: () => Promise<void>): void => void run(what), [run]);
  return { busy, refused, act, run };
}
