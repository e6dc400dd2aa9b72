import { fail, ok, type Result } from '../result';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** The value of each ASCII character; those outside the alphabet have none. */
const NONE = 255;
const values = new Uint8Array(128).fill(NONE);
[...alphabet].forEach((character, value) => (values[character.charCodeAt(0)] = value));

/** Base45 (RFC 9285): two bytes become three characters of a QR code's alphanumeric mode, a last one two. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1];
    let number = second === undefined ? first : first * 256 + second;
    for (let digits = second === undefined ? 2 : 3; digits > 0; digits--) {
      text += alphabet.charAt(number % 45);
      number = Math.floor(number / 45);
    }
  }
  return text;
}

/** `character`: outside the alphabet, lower case too. `length`: one character too many. `overflow`: a group beyond its bytes. */
export type Base45Failure = 'character' | 'length' | 'overflow';

/** The bytes of a Base45 text, read strictly: every text but an encoder's own is refused. */
export function decodeBase45(text: string): Result<Uint8Array, Base45Failure> {
  if (text.length % 3 === 1) return fail('length');
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  for (let at = 0, end = 0; at < text.length; at += 3) {
    const isWhole = at + 2 < text.length;
    const low = valueAt(text, at);
    const middle = valueAt(text, at + 1);
    const high = isWhole ? valueAt(text, at + 2) : 0;
    if (low === NONE || middle === NONE || high === NONE) return fail('character');
    const number = low + middle * 45 + high * 2025;
    if (number > (isWhole ? 0xffff : 0xff)) return fail('overflow');
    if (isWhole) bytes[end++] = number >> 8;
    bytes[end++] = number;
  }
  return ok(bytes);
}

const valueAt = (text: string, at: number): number => values[text.charCodeAt(at)] ?? NONE;
