import { decodeBase64url, encodeBase64url } from './base64url';
import type { AlgorithmName } from './cose';

/** Whose signatures count, and where a code is needed at all. JSON as published; times are RFC 3339, UTC. */
export interface TrustList {
  publishedAt: string;
  issuers: TrustedIssuer[];
  /** Declared emergencies: outside them nobody needs a code. */
  emergencies: { county: string; until: string }[];
}

export interface TrustedIssuer {
  /** 8 bytes, base64url. */
  kid: string;
  county: string;
  alg: AlgorithmName;
  /** Raw public key, base64url. */
  key: string;
  /** The key speaks for credentials issued from then… */
  notBefore?: string;
  /** …until then. */
  notAfter?: string;
}

/** All keys of that name: a kid is short, so two issuers may share one. */
export function issuersByKid(trust: TrustList, kid: Uint8Array): TrustedIssuer[] {
  const wanted = encodeBase64url(kid);
  return trust.issuers.filter((issuer) => issuer.kid === wanted);
}

/** The issuer's public key; undefined when the list holds no proper base64url. */
export const keyOf = (issuer: TrustedIssuer): Uint8Array | undefined => decodeBase64url(issuer.key);

/** Whether the key spoke for its county at that instant (epoch ms). */
export function isInTerm({ notBefore, notAfter }: TrustedIssuer, at: number): boolean {
  return (
    (notBefore === undefined || at >= Date.parse(notBefore)) &&
    (notAfter === undefined || at <= Date.parse(notAfter))
  );
}

/** Whether any declared emergency runs at that instant (epoch ms). An unreadable end counts as running, not as over. */
export function isEmergencyInForce(trust: TrustList, at: number): boolean {
  return trust.emergencies.some(({ until }) => !(Date.parse(until) <= at));
}
