import { fail, ok, type Result } from '../result';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const values = new Map([...alphabet].map((character, value) => [character, value]));

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
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = [...text.slice(at, at + 3)].map((character) => values.get(character));
    const [low, middle, high] = group;
    if (low === undefined || middle === undefined || group.includes(undefined)) return fail('character');
    const number = low + middle * 45 + (high ?? 0) * 2025;
    if (number > (high === undefined ? 0xff : 0xffff)) return fail('overflow');
    if (high !== undefined) bytes.push(number >> 8);
    bytes.push(number & 0xff);
  }
  return ok(Uint8Array.from(bytes));
}
