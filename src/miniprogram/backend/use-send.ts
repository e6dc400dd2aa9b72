import type { InputOf, OutputOf } from '@contract/api';
import { useRef } from 'react';
import { newId } from './phone';
import { usePhone } from './phone-context';
import { useAct } from './use-act';
import { platform } from '../platform';
import { removePhoto } from '../platform/photos';

type Endpoint = 'POST /v1/appeals' | 'POST /v1/appeals/:id/events';
type Unkeyed<K extends Endpoint> = Omit<InputOf<K>, 'idempotencyKey'>;

/**
 * What is sent while one waits for the answer: photos of this phone first, then the call. Pressed twice or cut off on the
 * way it is done once; what was changed in between is another thing.
 */
export function useSend() {
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const last = useRef<{ content: string; key: string }>();

  async function keyFor(content: string): Promise<string> {
    if (last.current?.content !== content) last.current = { content, key: await newId(platform) };
    return last.current.key;
  }

  function send<K extends Endpoint>(
    endpoint: K,
    input: Unkeyed<K> & { body: object },
    photos: readonly string[],
    sent: (answer: OutputOf<K>) => void,
  ): void {
    act(async () => {
      const key = await keyFor(JSON.stringify([endpoint, input, photos]));
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
