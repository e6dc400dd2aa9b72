import type { CallFailed } from '../../../backend/client';
import { Refused as RefusedHere } from '../../../components/refused';
import { useDeskText } from '../text';

/** Why it was not done and what to do next, in the words of the registry. */
export function Refused({ failed }: { failed: CallFailed | undefined }) {
  const t = useDeskText();
  return <RefusedHere refused={failed} className="refused" offline={t('desk.not-done')} />;
}
