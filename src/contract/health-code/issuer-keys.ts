import { PAPER_VALID_FOR } from './credential';

/** A new key is published so long (ms) before its use: a verifier's list is taken for old after that. */
export const PUBLISHED_AHEAD = 86_400_000;
/** Two processes of one deployment need not agree on the time to the second (ms). */
const CLOCKS_APART = 60_000;

/** When a county's own key is in use. Times are epoch milliseconds. */
export interface KeyTerm {
  kid: string;
  /** Unknown for a key that was there before keys were counted. */
  madeAt?: number;
  usedFrom: number;
  revokedAt?: number;
}

/** One that was revoked while it waited was never used, and retires no other. */
const everUsed = ({ usedFrom, revokedAt }: KeyTerm): boolean =>
  revokedAt === undefined || revokedAt > usedFrom;

/** When the next key takes a key's place, if one is known to. */
export function retiresAt(key: KeyTerm, keys: readonly KeyTerm[]): number | undefined {
  const later = keys.filter((other) => other.usedFrom > key.usedFrom && everUsed(other));
  return later.length === 0 ? undefined : Math.min(...later.map(({ usedFrom }) => usedFrom));
}

/** The key that signs at an instant: of those whose use has begun and that are not revoked the latest. */
export function keyInUse<T extends KeyTerm>(keys: readonly T[], at: number): T | undefined {
  return keys
    .filter(({ usedFrom, revokedAt }) => usedFrom <= at && revokedAt === undefined)
    .reduce<T | undefined>(
      (latest, key) => (latest && latest.usedFrom >= key.usedFrom ? latest : key),
      undefined,
    );
}

/** Until when verifiers need to know a key: its last credential, on paper at the longest, has ended then. */
export function publishedUntil(key: KeyTerm, keys: readonly KeyTerm[]): number | undefined {
  const last = key.revokedAt ?? retiresAt(key, keys);
  return last === undefined ? undefined : last + PAPER_VALID_FOR + CLOCKS_APART;
}

/** A key's term as a trust list says it; undefined when it no longer stands there. RFC 3339. */
export function publishedTerm(
  key: KeyTerm,
  keys: readonly KeyTerm[],
  at: number,
): { notBefore?: string; notAfter?: string; revokedAt?: string } | undefined {
  if (at > (publishedUntil(key, keys) ?? Infinity)) return undefined;
  const retired = retiresAt(key, keys);
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    // Not from its use on: a key that replaces a revoked one is used earlier than verifiers were told.
    ...(key.madeAt === undefined ? {} : { notBefore: iso(key.madeAt - CLOCKS_APART) }),
    // Not ahead of it: should its successor be revoked first, it stays in use.
    ...(retired === undefined || retired > at ? {} : { notAfter: iso(retired + CLOCKS_APART) }),
    ...(key.revokedAt === undefined ? {} : { revokedAt: iso(key.revokedAt) }),
  };
}
