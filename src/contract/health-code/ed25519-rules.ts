import type { SignatureVerifier } from './cose';

// Backends differ in what they let through: node:crypto accepts small-order and non-canonical keys that noble refuses.
// Two verifiers must never give two verdicts, so the rules where they differ are kept here, in front of either.

const fromHex = (hex: string): readonly number[] =>
  (hex.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));

const fieldPrime = fromHex('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');
/** y of the points whose order divides 8, little-endian, sign bit cleared; with the two that also have a second encoding. */
const smallOrderY = [
  fromHex('0000000000000000000000000000000000000000000000000000000000000000'),
  fromHex('0100000000000000000000000000000000000000000000000000000000000000'),
  fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'),
  fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'),
  fromHex('ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'),
  fieldPrime,
  fromHex('eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'),
];
const groupOrder = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');

/** A point's last byte holds the top of y, and the sign of x in its highest bit. */
const WITHOUT_SIGN = 0x7f;
const WHOLE = 0xff;

/** Whether a key is a point of small order: anyone can make a signature that such a key accepts for many messages. */
export function isSmallOrder(key: Uint8Array): boolean {
  return key.length === 32 && smallOrderY.some((y) => compare(key, y, WITHOUT_SIGN) === 0);
}

/** A key that may be issued for, and that verifiers accept: 32 bytes, canonical (RFC 8032 §5.1.3), not of small order. */
export function isAcceptableKey(key: Uint8Array): boolean {
  return key.length === 32 && compare(key, fieldPrime, WITHOUT_SIGN) < 0 && !isSmallOrder(key);
}

/** Any Ed25519 backend with this project's rules in front; what the backend throws counts as "not valid". */
export function strictEd25519(backend: SignatureVerifier): SignatureVerifier {
  return (publicKey, message, signature) => {
    if (!isAcceptableKey(publicKey) || signature.length !== 64) return false;
    // R, then S.
    if (compare(signature, fieldPrime, WITHOUT_SIGN) >= 0) return false;
    if (compare(signature, groupOrder, WHOLE, 32) >= 0) return false;
    try {
      return backend(publicKey, message, signature);
    } catch {
      return false;
    }
  };
}

/**
 * Compares two little-endian numbers of 32 bytes, the first from a place in `bytes`, and of its last byte only the
 * masked bits. No views, no texts: this is on the path of every scan.
 */
function compare(bytes: Uint8Array, other: readonly number[], lastMask: number, start = 0): number {
  let difference = ((bytes[start + 31] ?? 0) & lastMask) - (other[31] ?? 0);
  for (let at = 30; at >= 0 && difference === 0; at--)
    difference = (bytes[start + at] ?? 0) - (other[at] ?? 0);
  return difference;
}
