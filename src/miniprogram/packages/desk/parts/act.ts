import type { CallFailed } from '../../../backend/client';
import { useAct as useOneAct } from '../../../backend/use-act';

export interface Act {
  /** Under way: pressed again, it does nothing. */
  busy: boolean;
  failed: CallFailed | undefined;
  run(act: () => Promise<void>): Promise<void>;
}

/** One act at a time, and why it gave nothing. Not queued for later: the person stands at the desk now. */
export function useAct(): Act {
  const { busy, refused, run } = useOneAct();
  return { busy, failed: refused, run };
}
