import { useEffect, useRef, useState } from 'react';
import { storage } from '../../../platform/storage';
import { emptyWriting, type Writing } from './writing';

const prefix = 'writing/';

/**
 * What is being written; undefined until the phone has read it. Kept at every change: a page left, a call that comes in
 * or a flat battery costs nothing.
 * @param name under which it is kept: a new notice, an event to be updated, a draft of the server's
 * @param begin what stands where nothing was written yet; undefined until that is known
 */
export function useWriting(name: string, begin: Writing | undefined) {
  const held = useRef<Writing>();
  const [writing, setWriting] = useState<Writing>();
  const [before, setBefore] = useState(false);
  useEffect(() => {
    if (!begin || held.current) return;
    void storage.get<Writing>(prefix + name).then((kept) => {
      // What the server was told since is newer than what this phone has.
      const current =
        kept && (!begin.draft || kept.draft?.version === begin.draft.version) ? kept : undefined;
      held.current = current ?? begin;
      setBefore(current !== undefined);
      setWriting(held.current);
    });
  }, [name, begin]);

  const put = (next: Writing): void => {
    held.current = { ...next, keptAt: Date.now() };
    setWriting(held.current);
    void storage.set(prefix + name, held.current);
  };
  return {
    writing,
    /** It was there when the page opened. */
    before,
    change(part: Partial<Writing> | ((now: Writing) => Writing)): void {
      if (!held.current) return;
      put(typeof part === 'function' ? part(held.current) : { ...held.current, ...part });
    },
    /** Nothing of it stays; the page begins anew. */
    beginAgain(): void {
      held.current = begin ?? emptyWriting;
      setBefore(false);
      setWriting(held.current);
      void storage.remove(prefix + name);
    },
    /** It is handed on. */
    forget: (): Promise<void> => storage.remove(prefix + name),
  };
}
