import type { AlgorithmName, SignatureVerifier } from './cose';
import { strictEd25519 } from './ed25519-rules';

/**
 * What a verifier can check, by algorithm; one that is missing is "verify online", never "forged". Ed25519 is always
 * there: phones prove their codes with it. Public keys as in a trust list: EdDSA raw, 32 bytes; ES256 an uncompressed
 * point, 65 bytes; PS256 SubjectPublicKeyInfo in DER. Signatures as in COSE: ES256 is r and s, 64 bytes.
 */
export type SignatureVerifiers = Partial<Record<AlgorithmName, SignatureVerifier>> & {
  EdDSA: SignatureVerifier;
};

const wrapped = new WeakMap<SignatureVerifiers, SignatureVerifiers>();

/**
 * Any backends with the rules in front that make phone and server agree; whatever they throw is "not valid".
 * Wrapped once for each set: every scan asks for it.
 */
export function strictVerifiers(backends: SignatureVerifiers): SignatureVerifiers {
  const known = wrapped.get(backends);
  if (known) return known;
  const { EdDSA, ES256, PS256 } = backends;
  const strict: SignatureVerifiers = { EdDSA: strictEd25519(EdDSA) };
  if (ES256) strict.ES256 = strictEs256(ES256);
  if (PS256) strict.PS256 = neverThrowing(PS256);
  wrapped.set(backends, strict);
  return strict;
}

const UNCOMPRESSED = 0x04;

/** Libraries also read compressed points and DER signatures, each its own subset: here there is one form of either. */
function strictEs256(backend: SignatureVerifier): SignatureVerifier {
  const verify = neverThrowing(backend);
  return (publicKey, message, signature) =>
    publicKey.length === 65 &&
    publicKey[0] === UNCOMPRESSED &&
    signature.length === 64 &&
    verify(publicKey, message, signature);
}

function neverThrowing(backend: SignatureVerifier): SignatureVerifier {
  return (publicKey, message, signature) => {
    try {
      return backend(publicKey, message, signature);
    } catch {
      return false;
    }
  };
}
