import { useRef } from 'react';
import { newId } from './phone';
import { platform } from '../platform';

interface Sending<B> {
  idempotencyKey: string;
  body: B;
}

/** Idempotency keys of one page: pressed twice or cut off on the way it is done once; what was changed is another thing. */
export function useKey() {
  const last = useRef<{ content: string; key: string; body?: unknown }>();
  /** The same for the same content. */
  async function keyFor(content: unknown): Promise<string> {
    const text = JSON.stringify(content);
    if (last.current?.content !== text) last.current = { content: text, key: await newId(platform) };
    return last.current.key;
  }
  return {
    keyFor,
    /**
     * The same key and the same body for the same content: what is reckoned from the clock ("for seven days") is reckoned
     * once, or what is sent again after a lost answer would be another body under a key that is used up.
     */
    async onceFor<B>(content: unknown, make: () => B): Promise<Sending<B>> {
      const idempotencyKey = await keyFor(content);
      const kept = last.current;
      const body = (kept?.key === idempotencyKey && (kept.body as B | undefined)) || make();
      last.current = { content: JSON.stringify(content), key: idempotencyKey, body };
      return { idempotencyKey, body };
    },
    /** It is done: the same content once more is another thing. */
    renew(): void {
      last.current = undefined;
    },
  };
}
