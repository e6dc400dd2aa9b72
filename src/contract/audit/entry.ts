import { concatBytes } from '../health-code/bytes';
import { encodeUtf8 } from '../health-code/utf8';
import { canonicalJson } from './canonical-json';

/** Bytes of the salt in front of each personal text. */
export const SALT_LENGTH = 16;
/** What stands before the first entry: 32 zero bytes. */
export const GENESIS: Uint8Array = new Uint8Array(32);
/** A signature over a chain's hash is one over nothing else that the key signs: no CBOR begins like this. */
const SIGNED_AS = encodeUtf8('linli audit log 1\n');

/** An entry as it is hashed. Its text is its canonical JSON. */
export interface ChainedEntry {
  v: 1;
  /** From 1, without a gap. */
  seq: number;
  /** RFC 3339, UTC. */
  at: string;
  act: string;
  /** Region code. */
  node?: string;
  body: Readonly<Record<string, unknown>>;
  /** SHA-256 (hex) of salt and text, by name. */
  personal?: Readonly<Record<string, string>>;
  /** Whose signature it bears: 8 bytes, base64url. */
  kid: string;
}

/** What a personal hash was made of: there until it is deleted, and then nobody can tell. */
export interface SaltedText {
  /** 16 bytes, base64url. */
  salt: string;
  text: string;
}

/** A line of the log: canonical JSON as well, so that no two lines say the same. */
export interface LogLine {
  entry: ChainedEntry;
  /** Of the chain up to this entry, hex. */
  hash: string;
  /** Texts and salts that are still held, by name; left out of an export unless asked for. */
  personal?: Readonly<Record<string, SaltedText>>;
  /** Ed25519, base64url. */
  signature: string;
}

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** SHA-256 of the hash before and the entry's text in UTF-8. */
export const chainHash = (before: Uint8Array, entryText: string, sha256: Sha256): Uint8Array =>
  sha256(concatBytes(before, encodeUtf8(entryText)));

/** What the key signs. */
export const signedMessage = (hash: Uint8Array): Uint8Array => concatBytes(SIGNED_AS, hash);

/** SHA-256 of the salt and the text in UTF-8. */
export const personalHash = (salt: Uint8Array, text: string, sha256: Sha256): Uint8Array =>
  sha256(concatBytes(salt, encodeUtf8(text)));

/** The line around an entry's text, which is not written a second time. */
export function lineOf(entryText: string, { hash, personal, signature }: Omit<LogLine, 'entry'>): string {
  const texts = personal ? `"personal":${canonicalJson(personal)},` : '';
  return `{"entry":${entryText},"hash":${canonicalJson(hash)},${texts}"signature":${canonicalJson(signature)}}`;
}
