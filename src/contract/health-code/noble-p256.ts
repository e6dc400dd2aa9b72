import { p256 } from '@noble/curves/nist.js';
import type { SignatureVerifier } from './cose';
import { verifyEd25519 } from './noble';
import type { SignatureVerifiers } from './signature-rules';

// A file of its own: who shows a code needs no second curve, and need not load one.

/** ES256 in pure JavaScript. COSE asks for no low S (RFC 9053 §2.1), and the server's OpenSSL does not either. */
export const verifyEs256: SignatureVerifier = (publicKey, message, signature) =>
  p256.verify(signature, message, publicKey, { lowS: false });

/** What a phone can check. PS256 is left to the server: RSA in pure JavaScript is too slow and too large. */
export const nobleVerifiers: SignatureVerifiers = { EdDSA: verifyEd25519, ES256: verifyEs256 };
