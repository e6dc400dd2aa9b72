import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

/** An Ed25519 key pair with its 8-byte name: the first bytes of the SHA-256 of the raw public key. */
export interface SigningKey {
  secret: KeyObject;
  publicKey: Uint8Array;
  kid: Uint8Array;
}

export class KeyFileFault extends Error {}

/** Raw 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Uint8Array {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x ?? '', 'base64url'));
}

/**
 * Reads the county's signing key (PKCS #8, PEM), or makes one where there is none.
 * @throws KeyFileFault for a file that others can read, or that holds no Ed25519 key
 */
export function openKeyFile(path: string): SigningKey {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  if ((statSync(path).mode & 0o077) !== 0)
    throw new KeyFileFault(`${path}: the issuer key can be read by others; chmod 600 it`);
  const secret = privateKeyOf(path);
  const publicKey = rawPublicKey(secret);
  return {
    secret,
    publicKey,
    kid: new Uint8Array(createHash('sha256').update(publicKey).digest().subarray(0, 8)),
  };
}

function privateKeyOf(path: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without the parser's words: they may quote the file.
  }
  throw new KeyFileFault(`${path}: not an Ed25519 key in PKCS #8 PEM`);
}
