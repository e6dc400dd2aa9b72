import type { DeclarationAnswers, DeclarationPreview } from '@contract/api';
import { useEffect, useState } from 'react';
import { usePhone } from '../../../backend/phone-context';

/** Typing is waited for, ms. */
const pause = 300;

/** What the answers would do, asked anew as they change; undefined while unknown, as without a network. */
export function usePreview(
  answers: DeclarationAnswers | undefined,
  whose: { personId?: string; insteadOf?: string },
): DeclarationPreview | undefined {
  const { client } = usePhone();
  const asked = answers && JSON.stringify({ ...answers, ...whose });
  const [known, setKnown] = useState<{ asked: string; preview: DeclarationPreview }>();
  useEffect(() => {
    if (asked === undefined) return;
    let over = false;
    const ask = async (): Promise<void> => {
      const body = JSON.parse(asked) as DeclarationAnswers;
      const preview = await client.call('POST /v1/declarations/preview', { body }).catch(() => undefined);
      if (preview && !over) setKnown({ asked, preview });
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [asked, client]);
  return known && known.asked === asked ? known.preview : undefined;
}
