import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from './bytes';
import type { SignatureVerifier } from './cose';
import { strictEd25519 } from './ed25519-rules';
import { sha512 } from './sha512';

// The default backend: pure JavaScript, so that it runs in WeChat, which has neither crypto.subtle nor TextEncoder.

/**
 * Strict Ed25519. The equation is checked without the cofactor, S·B − k·A = R byte for byte, as node:crypto does it;
 * noble's own `verify` multiplies by the cofactor and would accept signatures that the server refuses.
 */
export const verifyEd25519: SignatureVerifier = strictEd25519((publicKey, message, signature) => {
  const { Point } = ed25519;
  const r = signature.subarray(0, 32);
  const s = bytesToNumberLE(signature.subarray(32));
  const k = Point.Fn.create(bytesToNumberLE(sha512(r, publicKey, message)));
  const expected = Point.BASE.multiplyUnsafe(s).subtract(Point.fromBytes(publicKey, false).multiplyUnsafe(k));
  return equalBytes(expected.toBytes(), r);
});

/** The public key, 32 bytes, of a 32-byte secret. */
export const publicKeyOf = (secretKey: Uint8Array): Uint8Array => ed25519.getPublicKey(secretKey);

/** Signs with a 32-byte secret; deterministic, no randomness needed. */
export const ed25519Signer =
  (secretKey: Uint8Array) =>
  (message: Uint8Array): Uint8Array =>
    ed25519.sign(message, secretKey);

export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);
