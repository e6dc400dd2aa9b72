import { verifyEd25519 } from '@contract/health-code/noble';
import { type PosterDoubt, readPoster } from '@contract/venue/poster';
import { useState } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useRead } from '../../backend/queries';
import { useVenueText } from './text';
import { scanCode } from '../../platform/scan';

export type Scanned =
  | { kind: 'noted'; name: string; checked: boolean }
  | { kind: 'refused'; doubt: PosterDoubt };

type Read = ReturnType<typeof readPoster>;
/** A newer list of issuers may say more about it. */
const isOpen = (read: Read): boolean =>
  read.ok ? !read.value.checked : read.failure === 'issuer-unknown' || read.failure === 'forged';

/** Scans a poster, checks it against the issuers this phone knows, and notes the visit here. */
export function useScan(): { scanned: Scanned | undefined; scan(): Promise<void> } {
  const t = useVenueText();
  const { venueLog, code } = usePhone();
  const trust = useRead('GET /v1/trust-list', {}, { open: true });
  const [scanned, setScanned] = useState<Scanned>();

  async function scan(): Promise<void> {
    setScanned(undefined);
    const text = await scanCode(t('venue.scan.prompt'));
    if (text === undefined) return;
    const readWith = (list: typeof trust.data): Read =>
      readPoster(text, {
        now: code.clock.now(),
        trust: list ?? 'missing',
        verifiers: { EdDSA: verifyEd25519 },
      });
    let read = readWith(trust.data);
    if (isOpen(read)) read = readWith((await trust.refetch()).data);
    if (!read.ok) return setScanned({ kind: 'refused', doubt: read.failure });
    const { poster, checked } = read.value;
    await venueLog.add({ venueId: poster.venueId, venueName: poster.name, checked });
    setScanned({ kind: 'noted', name: poster.name, checked });
  }
  return { scanned, scan };
}
