import type { IssuedCode } from '@contract/api';
import { decodeBase64url } from '@contract/health-code/base64url';
import type { HolderKeys } from './holder-key';
import type { ServerClock } from './server-clock';
import type { KeyValue } from './storage';

/** A credential on this phone, with the name of the key it is bound to. */
export interface KeptCode {
  /** See {@link HolderKeys}. */
  key: string;
  /** Server time, epoch ms. */
  keyMadeAt: number;
  issued: IssuedCode;
  /** How I speak of them; absent for my own. */
  calledAs?: string;
}

const name = 'codes';

/** What an earlier version kept: one code, with its secret beside it. */
interface OneCode {
  secret: string;
  issued: Omit<IssuedCode, 'personId'>;
  clockOffset: number;
}
const earlierName = 'health-code';

/** Mine first. */
export async function loadCodes(
  storage: KeyValue,
  keys: HolderKeys,
  clock: ServerClock,
): Promise<KeptCode[]> {
  const earlier = await storage.get<OneCode>(earlierName);
  if (!earlier) return (await storage.get<KeptCode[]>(name)) ?? [];
  const codes: KeptCode[] = [];
  const secret = decodeBase64url(earlier.secret);
  if (secret) {
    const { issued, clockOffset } = earlier;
    if (clock.offset() === undefined) clock.hear(clock.now() + clockOffset, 0, 0);
    codes.push({
      key: await keys.adopt(secret),
      keyMadeAt: Date.parse(issued.issuedAt),
      // The next credential says whose it is; until then there is only this one.
      issued: { ...issued, personId: '' },
    });
  }
  await storage.set(name, codes);
  await storage.remove(earlierName);
  return codes;
}

export const saveCodes = (storage: KeyValue, codes: readonly KeptCode[]): Promise<void> =>
  codes.length > 0 ? storage.set(name, codes) : storage.remove(name);
