import type { SignatureVerifier } from '@contract/health-code/cose';
import type { SignatureVerifiers } from '@contract/health-code/signature-rules';
import { isListed } from '@contract/health-code/trust-list';
import { constants, createPublicKey, hash, type JsonWebKeyInput, type KeyObject, verify } from 'node:crypto';

// Node's own signatures and SHA-256: some thirty times faster than pure JavaScript. The contract's strict rules go in front.

/** RSA below this is refused, as everywhere since 2013 (NIST SP 800-131A). */
const LEAST_RSA_BITS = 2048;

const base64url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');

const imported = new WeakMap<Uint8Array, KeyObject>();

/** A key of a trust list comes again with every scan: it is imported once. */
function importOnce(publicKey: Uint8Array, importKey: () => KeyObject): KeyObject {
  const known = imported.get(publicKey);
  if (known) return known;
  const key = importKey();
  imported.set(publicKey, key);
  return key;
}

/** As JWK: importing DER costs fifteen times as much. */
const ed25519Jwk = (key: Uint8Array): JsonWebKeyInput => ({
  key: { kty: 'OKP', crv: 'Ed25519', x: base64url(key) },
  format: 'jwk',
});

const p256Jwk = (point: Uint8Array): JsonWebKeyInput => ({
  key: { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) },
  format: 'jwk',
});

export const nodeEd25519: SignatureVerifier = (publicKey, message, signature) => {
  // A holder's key is seen this once: to make an object of it costs more than it saves.
  const key = isListed(publicKey)
    ? importOnce(publicKey, () => createPublicKey(ed25519Jwk(publicKey)))
    : ed25519Jwk(publicKey);
  return verify(null, message, key, signature);
};

/** For keys that come again and again, such as those of a log: the array is the key's name. */
export const nodeEd25519Again: SignatureVerifier = (publicKey, message, signature) =>
  verify(
    null,
    message,
    importOnce(publicKey, () => createPublicKey(ed25519Jwk(publicKey))),
    signature,
  );

export const nodeEs256: SignatureVerifier = (publicKey, message, signature) => {
  const key = importOnce(publicKey, () => createPublicKey(p256Jwk(publicKey)));
  return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
};

/** RSASSA-PSS with SHA-256, and a salt as long as its hash (RFC 8230 §2). */
export const nodePs256: SignatureVerifier = (publicKey, message, signature) => {
  const spki = { key: Buffer.from(publicKey), format: 'der', type: 'spki' } as const;
  const key = importOnce(publicKey, () => createPublicKey(spki));
  const isRsa = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss';
  if (!isRsa || (key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS) return false;
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify('sha256', message, { key, padding, saltLength: 32 }, signature);
};

/** What the server and the command line can check: all three. */
export const nodeVerifiers: SignatureVerifiers = {
  EdDSA: nodeEd25519,
  ES256: nodeEs256,
  PS256: nodePs256,
};

export const nodeSha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(hash('sha256', bytes, 'buffer'));
