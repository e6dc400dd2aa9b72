import type { PublishedHead } from '../audit/heads';
import { decodeBase64url, encodeBase64url } from './base64url';
import type { AlgorithmName } from './cose';

/** Whose signatures count, and where a code is needed at all. JSON as published; times are RFC 3339, UTC. */
export interface TrustList {
  publishedAt: string;
  issuers: TrustedIssuer[];
  /**
   * Declared emergencies: outside them nobody needs a code. What was issued before `since` died with an earlier one,
   * of which nobody remembers any more what became of it.
   */
  emergencies: { county: string; since?: string; until: string }[];
  /** Which status lists there are, ours and those passed on: `<county>-<list>`, such as `330106-0`. */
  statusLists?: string[];
  /** Who signs other countries' certificates (`HC1:`). */
  signers?: TrustedSigner[];
  /** Where the log of officials' acts stood: whoever saw it can hold the log to it. */
  log?: PublishedHead;
}

/** A key that signs health codes (`LL1:`) of one county. */
export interface TrustedIssuer {
  /** 8 bytes, base64url. */
  kid: string;
  county: string;
  alg: AlgorithmName;
  /** Public key, base64url: raw for EdDSA (32 bytes), uncompressed point for ES256 (65), SPKI in DER for PS256. */
  key: string;
  /** The key speaks for credentials issued from then… */
  notBefore?: string;
  /** …until then. */
  notAfter?: string;
  /** Since then nothing the key has signed counts any more, whenever it says it was issued. */
  revokedAt?: string;
}

/** What a certificate (`HC1:`) attests. */
export const certificateKinds = ['test', 'vaccination', 'recovery'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** A key that signs certificates (`HC1:`) of one country, as its X.509 certificate says. */
export interface TrustedSigner {
  /** The first 8 bytes of the SHA-256 of the signer's certificate, base64url. */
  kid: string;
  /** ISO 3166-1, two letters. */
  country: string;
  alg: AlgorithmName;
  /** As {@link TrustedIssuer.key}. */
  key: string;
  /** What it may sign, from the certificate's extended key usage; absent: any. */
  uses?: CertificateKind[];
  notBefore: string;
  notAfter: string;
}

/** All of that name: a kid is short, so two keys may share one. */
export function byKid<T extends { kid: string }>(keys: readonly T[] | undefined, kid: Uint8Array): T[] {
  const wanted = encodeBase64url(kid);
  return keys?.filter((key) => key.kid === wanted) ?? [];
}

const decoded = new WeakMap<object, Uint8Array | undefined>();
const listed = new WeakSet<Uint8Array>();

/** The public key, the same array for the same entry each time; undefined when the list holds no proper base64url. */
export function keyOf(entry: TrustedIssuer | TrustedSigner): Uint8Array | undefined {
  if (decoded.has(entry)) return decoded.get(entry);
  const key = decodeBase64url(entry.key);
  decoded.set(entry, key);
  if (key) listed.add(key);
  return key;
}

/** Whether an array is a list's, by identity: such a key comes again with every scan, a holder's does not. */
export const isListed = (key: Uint8Array): boolean => listed.has(key);

/** Whether the key spoke for its county or country at that instant (epoch ms). */
export function isInTerm({ notBefore, notAfter }: TrustedIssuer | TrustedSigner, at: number): boolean {
  return (
    (notBefore === undefined || at >= Date.parse(notBefore)) &&
    (notAfter === undefined || at <= Date.parse(notAfter))
  );
}

/**
 * Whether a credential is of an emergency that has ended: its county declared another one since (epoch ms).
 * Credentials say when they were issued to the second.
 */
export const isOfEndedEmergency = (trust: TrustList, county: string, issuedAt: number): boolean =>
  trust.emergencies.some(
    (one) =>
      one.county === county &&
      one.since !== undefined &&
      issuedAt < Math.floor(Date.parse(one.since) / 1000) * 1000,
  );

/** Whether any declared emergency runs at that instant (epoch ms). An unreadable end counts as running, not as over. */
export function isEmergencyInForce(trust: TrustList, at: number): boolean {
  return trust.emergencies.some(({ until }) => !(Date.parse(until) <= at));
}
