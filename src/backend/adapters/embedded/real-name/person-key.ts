import { createHmac } from 'node:crypto';
import { openSecretFile } from '../secret-file';

export class PersonKeyFault extends Error {}

/** Makes the same person key of the same document number, for as long as the county keeps its key. */
export type PersonKeyMaker = (plainNumber: string) => Uint8Array;

/**
 * Reads the county's key for person keys (32 bytes, base64url), or makes one where there is none. Whoever lost it
 * would know nobody again: it is kept as the signing key is.
 * @throws PersonKeyFault for a file that others can read, or that holds no such key
 */
export function openPersonKeyFile(path: string): PersonKeyMaker {
  const key = openSecretFile(path, 'the key for person keys', (line) => new PersonKeyFault(line));
  return (plainNumber) => new Uint8Array(createHmac('sha256', key).update(plainNumber).digest());
}
