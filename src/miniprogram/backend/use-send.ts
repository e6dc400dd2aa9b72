import type { InputOf, OutputOf } from '@contract/api';
import { usePhone } from './phone-context';
import { useAct } from './use-act';
import { useKey } from './use-key';
import { removePhoto } from '../platform/photos';

type Endpoint = 'POST /v1/appeals' | 'POST /v1/appeals/:id/events';
type Unkeyed<K extends Endpoint> = Omit<InputOf<K>, 'idempotencyKey'>;

/** What is sent while one waits for the answer: photos of this phone first, then the call. */
export function useSend() {
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const { keyFor } = useKey();

  function send<K extends Endpoint>(
    endpoint: K,
    input: Unkeyed<K> & { body: object },
    photos: readonly string[],
    sent: (answer: OutputOf<K>) => void,
  ): void {
    act(async () => {
      const key = await keyFor([endpoint, input, photos]);
      const stored: string[] = [];
      for (const [at, photo] of photos.entries())
        stored.push((await client.upload(photo, `${key}-${at}`)).id);
      const body = stored.length > 0 ? { ...input.body, photos: stored } : input.body;
      const answer = await client.call(endpoint, { ...input, body, idempotencyKey: key } as InputOf<K>);
      await Promise.all(photos.map(removePhoto));
      await queries.invalidateQueries();
      sent(answer);
    });
  }

  return { busy, refused, send };
}
