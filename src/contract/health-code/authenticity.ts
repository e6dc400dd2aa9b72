import { coseAlgorithms, type AlgorithmName, type SignatureVerifier, sigStructure } from './cose';
import type { SignedCredential } from './credential';
import { isInTerm, issuersByKid, keyOf, type TrustList } from './trust-list';
import type { Reason } from './verdict';

/** What a verifier can check, by algorithm; one that is missing is "verify online", never "forged". */
export type SignatureVerifiers = Partial<Record<AlgorithmName, SignatureVerifier>>;

/** Why a credential cannot be taken as its county's own; undefined when it can. */
export function doubtOfIssuer(
  { credential, kid, alg, sign1 }: SignedCredential,
  trust: TrustList | 'missing',
  verifiers: SignatureVerifiers,
): Reason | undefined {
  if (trust === 'missing') return 'trust-list-missing';
  const named = issuersByKid(trust, kid);
  if (named.length === 0) {
    // Nothing here is verified yet: either way a human is asked.
    return credential.issuedAt >= Date.parse(trust.publishedAt) ? 'key-newer-than-list' : 'issuer-unknown';
  }
  // The list says which algorithm a key is for: a header that names another is an altered one.
  const candidates = named.filter((issuer) => coseAlgorithms[issuer.alg] === alg);
  if (candidates.length > 0 && candidates.every((issuer) => verifiers[issuer.alg] === undefined)) {
    return 'algorithm-unsupported';
  }
  const message = sigStructure(sign1);
  const signers = candidates.filter((issuer) => {
    const key = keyOf(issuer);
    return key !== undefined && verifiers[issuer.alg]?.(key, message, sign1.signature) === true;
  });
  if (signers.length === 0) return 'signature-invalid';
  const own = signers.filter((issuer) => issuer.county === credential.county);
  if (own.length === 0) return 'issuer-not-of-county';
  return own.some((issuer) => isInTerm(issuer, credential.issuedAt)) ? undefined : 'key-out-of-term';
}
