import { useCallback } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useRead } from '../../backend/queries';

/** A colour with its reasons: mine, or of somebody whose code I may show. */
export const useColour = (personId: string) =>
  useRead('GET /v1/colours/:personId', { params: { personId } }, { enabled: personId !== '' });

/** After something here turned a colour: the code this phone shows, and whatever is on the page. */
export function useColourChanged(): () => Promise<void> {
  const { code, queries } = usePhone();
  return useCallback(async () => {
    // The change stands whether or not the code can be fetched now; then it comes later.
    await code.refresh(0).catch(() => undefined);
    await queries.invalidateQueries();
  }, [code, queries]);
}
