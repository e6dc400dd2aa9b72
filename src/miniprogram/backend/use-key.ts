import { useRef } from 'react';
import { newId } from './phone';
import { platform } from '../platform';

/** Idempotency keys of one page: pressed twice or cut off on the way it is done once; what was changed is another thing. */
export function useKey() {
  const last = useRef<{ content: string; key: string }>();
  return {
    /** The same for the same content. */
    async keyFor(content: unknown): Promise<string> {
      const text = JSON.stringify(content);
      if (last.current?.content !== text) last.current = { content: text, key: await newId(platform) };
      return last.current.key;
    },
    /** It is done: the same content once more is another thing. */
    renew(): void {
      last.current = undefined;
    },
  };
}
