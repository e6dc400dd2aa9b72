import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { encodeBase64url } from '@contract/health-code/base64url';
import { KID_LENGTH } from '@contract/health-code/credential';

/** An Ed25519 key pair with its 8-byte name: the first bytes of the SHA-256 of the raw public key. */
export interface SigningKey {
  secret: KeyObject;
  publicKey: Uint8Array;
  kid: Uint8Array;
}

export class KeyFileFault extends Error {}

/** Where the secret of a later key lies: beside the first, `issuer-key.<kid>.pem`. */
export const laterKeyFile = (first: string, kid: string): string =>
  join(dirname(first), `${basename(first).replace(/\.pem$/, '')}.${kid}.pem`);

/**
 * Reads the county's signing key (PKCS #8, PEM), or makes one where there is none.
 * @throws KeyFileFault for a file that others can read, or that holds no Ed25519 key
 */
export function openKeyFile(path: string): SigningKey {
  if (!existsSync(path)) write(path, generateKeyPairSync('ed25519').privateKey);
  return readKeyFile(path);
}

/** Makes a further key beside the first. */
export function makeLaterKey(first: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = keyOf(privateKey);
  write(laterKeyFile(first, encodeBase64url(key.kid)), privateKey);
  return key;
}

/** @throws KeyFileFault */
export function readKeyFile(path: string): SigningKey {
  if ((statSync(path).mode & 0o077) !== 0)
    throw new KeyFileFault(`${path}: the issuer key can be read by others; chmod 600 it`);
  return keyOf(privateKeyOf(path));
}

/** Whole or not at all, and never over another: two processes that start together agree on the first one's. */
function write(path: string, key: KeyObject): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.${randomUUID()}`;
  writeFileSync(partial, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(partial, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial);
  }
}

function keyOf(secret: KeyObject): SigningKey {
  const publicKey = rawPublicKey(secret);
  const kid = new Uint8Array(createHash('sha256').update(publicKey).digest().subarray(0, KID_LENGTH));
  return { secret, publicKey, kid };
}

/** Raw 32 bytes of an Ed25519 public key. */
function rawPublicKey(key: KeyObject): Uint8Array {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x ?? '', 'base64url'));
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
