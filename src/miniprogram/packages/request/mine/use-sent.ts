import { useEffect, useRef, useState } from 'react';
import type { OutboxItem } from '../../../backend/outbox';
import { usePhone } from '../../../backend/phone-context';

/** The names of what was sent while the page is open: what leaves the outbox and was not discarded. */
export function useSent(unsent: readonly OutboxItem[]): { sent: string[]; discard(id: string): void } {
  const { outbox } = usePhone();
  const before = useRef<readonly OutboxItem[]>([]);
  const discarded = useRef(new Set<string>());
  const [sent, setSent] = useState<string[]>([]);
  useEffect(() => {
    const gone = before.current.filter(
      ({ id }) => !discarded.current.has(id) && !unsent.some((item) => item.id === id),
    );
    before.current = unsent;
    if (gone.length > 0) setSent((those) => [...those, ...gone.map(({ label }) => label)]);
  }, [unsent]);
  return {
    sent,
    discard(id) {
      discarded.current.add(id);
      void outbox.remove(id);
    },
  };
}
