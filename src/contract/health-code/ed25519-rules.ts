import { concatBytes } from './bytes';
import type { SignatureVerifier } from './cose';

// Backends differ in what they let through: node:crypto accepts small-order and non-canonical keys that noble refuses.
// Two verifiers must never give two verdicts, so the rules where they differ are kept here, in front of either.

/** y of the points whose order divides 8, little-endian, sign bit cleared; with the two that also have a second encoding. */
const smallOrderY = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];
const fieldPrime = smallOrderY[5] ?? '';
const groupOrder = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';

/** Whether a key is a point of small order: anyone can make a signature that such a key accepts for many messages. */
export function isSmallOrder(key: Uint8Array): boolean {
  return key.length === 32 && smallOrderY.includes(toHex(withoutSign(key)));
}

/** A key that may be issued for, and that verifiers accept: 32 bytes, canonical (RFC 8032 §5.1.3), not of small order. */
export function isAcceptableKey(key: Uint8Array): boolean {
  return key.length === 32 && isBelow(withoutSign(key), fieldPrime) && !isSmallOrder(key);
}

/** Any Ed25519 backend with this project's rules in front; what the backend throws counts as "not valid". */
export function strictEd25519(backend: SignatureVerifier): SignatureVerifier {
  return (publicKey, message, signature) => {
    if (!isAcceptableKey(publicKey) || signature.length !== 64) return false;
    const r = signature.subarray(0, 32);
    if (!isBelow(withoutSign(r), fieldPrime) || !isBelow(signature.subarray(32), groupOrder)) return false;
    try {
      return backend(publicKey, message, signature);
    } catch {
      return false;
    }
  };
}

function withoutSign(point: Uint8Array): Uint8Array {
  return concatBytes(point.subarray(0, 31), Uint8Array.of((point[31] ?? 0) & 0x7f));
}

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Compares two little-endian numbers of 32 bytes: as hexadecimal digits from the most significant byte down. */
function isBelow(bytes: Uint8Array, limit: string): boolean {
  const bigEndian = (hex: string) => (hex.match(/../g) ?? []).reverse().join('');
  return bigEndian(toHex(bytes)) < bigEndian(limit);
}
