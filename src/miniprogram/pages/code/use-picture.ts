import { useEffect, useState } from 'react';
import type { KeptCode } from '../../backend/kept-codes';
import { usePhone } from '../../backend/phone-context';

/** The text of the QR code of this step; the one before stands until it is signed, a few milliseconds. */
export function usePicture(kept: KeptCode, at: number): string | undefined {
  const { code } = usePhone();
  const [text, setText] = useState<string>();
  useEffect(() => {
    let wanted = true;
    void code.present(kept, at).then((signed) => wanted && setText(signed));
    return () => void (wanted = false);
  }, [code, kept, at]);
  return text;
}
