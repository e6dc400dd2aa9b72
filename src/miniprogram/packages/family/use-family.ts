import Taro from '@tarojs/taro';
import { useCallback } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useRead } from '../../backend/queries';

export const useFamily = () => useRead('GET /v1/family', {});

/** After something of the family changed here: what is shown, and what codes this phone bears. */
export function useFamilyChanged(): () => Promise<void> {
  const { code, queries } = usePhone();
  return useCallback(async () => {
    // The change stands whether or not the codes can be fetched now; then they come later.
    await code.refresh(0).catch(() => undefined);
    await queries.invalidateQueries();
  }, [code, queries]);
}

/** Ends a relation of mine, from either side, and leaves its page. */
export function useFamilyEnd(id: string): () => Promise<void> {
  const { client } = usePhone();
  const changed = useFamilyChanged();
  return useCallback(async () => {
    await client.call('DELETE /v1/family/:id', { params: { id } });
    await changed();
    await Taro.navigateBack();
  }, [client, changed, id]);
}
