import { coseAlgorithms, type Sign1, sigStructure } from './cose';
import type { Credential, SignedCredential } from './credential';
import type { SignatureVerifiers } from './signature-rules';
import { byKid, isInTerm, keyOf, type TrustedIssuer, type TrustedSigner, type TrustList } from './trust-list';
import type { Reason } from './verdict';

/** What an issuer signed: a credential, a status list, or a venue's poster. */
export type SignedByIssuer = Omit<SignedCredential, 'credential'> & {
  credential: Pick<Credential, 'county' | 'issuedAt'>;
};

/** Why it cannot be taken as its county's own; undefined when it can. */
export function doubtOfIssuer(
  { credential, kid, alg, sign1 }: SignedByIssuer,
  trust: TrustList | 'missing',
  verifiers: SignatureVerifiers,
): Reason | undefined {
  if (trust === 'missing') return 'trust-list-missing';
  const named = byKid(trust.issuers, kid);
  if (named.length === 0) {
    // Nothing here is verified yet: either way a human is asked.
    return credential.issuedAt >= Date.parse(trust.publishedAt) ? 'key-newer-than-list' : 'issuer-unknown';
  }
  const signers = signersAmong(named, sign1, alg, verifiers);
  if (!Array.isArray(signers)) return signers;
  const own = signers.filter((issuer) => issuer.county === credential.county);
  if (own.length === 0) return 'issuer-not-of-county';
  // Whoever stole the key writes the issue date too: no date saves what it has signed.
  const standing = own.filter((issuer) => issuer.revokedAt === undefined);
  if (standing.length === 0) return 'key-revoked';
  return standing.some((issuer) => isInTerm(issuer, credential.issuedAt)) ? undefined : 'key-out-of-term';
}

/** Those of the keys that a signature is by, one at least; or why it is taken for none's. */
export function signersAmong<T extends TrustedIssuer | TrustedSigner>(
  named: readonly T[],
  sign1: Sign1,
  alg: number | undefined,
  verifiers: SignatureVerifiers,
): T[] | 'algorithm-unsupported' | 'signature-invalid' {
  // The list says which algorithm a key is for: a header that names another is an altered one.
  const candidates = named.filter((entry) => coseAlgorithms[entry.alg] === alg);
  const checkable = candidates.filter((entry) => verifiers[entry.alg] !== undefined);
  const message = sigStructure(sign1);
  const signers = checkable.filter((entry) => {
    const key = keyOf(entry);
    return key !== undefined && verifiers[entry.alg]?.(key, message, sign1.signature) === true;
  });
  if (signers.length > 0) return signers;
  return checkable.length < candidates.length ? 'algorithm-unsupported' : 'signature-invalid';
}
