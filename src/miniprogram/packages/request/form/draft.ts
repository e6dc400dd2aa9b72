import { useEffect, useRef, useState } from 'react';
import { storage } from '../../../platform/storage';
import { type Draft, draftFor, emptyDraft, keyOf, newDraftId } from '../drafts';

type Change = Partial<Draft> | ((before: Draft) => Partial<Draft>);

interface Open {
  id: string;
  draft: Draft;
}

/**
 * The draft a form writes; undefined until the phone has read it.
 * @param asked its id, where one was chosen among several
 */
export function useDraft(category: string, asked: string | undefined) {
  // Beside React's own state: what was still being said when the page was left is kept too.
  const held = useRef<Open>();
  const [open, setOpen] = useState<Open>();
  const [begunBefore, setBegunBefore] = useState(false);
  const show = (next: Open, before: boolean): void => {
    held.current = next;
    setOpen(next);
    setBegunBefore(before);
  };
  useEffect(() => {
    void draftFor(storage, category, asked, Date.now()).then((found) =>
      show(found, found.draft.keptAt !== undefined),
    );
  }, [category, asked]);

  return {
    draft: open?.draft,
    /** Whether it was there when the page opened: it can be left as it is for another one. */
    begunBefore,
    change(part: Change): void {
      if (!held.current) return;
      const { id, draft } = held.current;
      const next = { ...draft, ...(typeof part === 'function' ? part(draft) : part), keptAt: Date.now() };
      held.current = { id, draft: next };
      setOpen(held.current);
      void storage.set(keyOf(id), next);
    },
    /** Leaves it where it is. */
    beginAnother: () => show({ id: newDraftId(category, Date.now()), draft: emptyDraft }, false),
    /** It is handed on: what is said after that does not bring it back. */
    async forget(): Promise<void> {
      const id = held.current?.id;
      held.current = undefined;
      if (id !== undefined) await storage.remove(keyOf(id));
    },
  };
}
