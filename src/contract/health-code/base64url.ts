const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The value of each ASCII character, -1 of those that have none. */
const values = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;

/** Base64url without padding (RFC 4648 §5), as keys and credentials travel in JSON. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet.charAt((buffer >> (bits - 6)) & 63);
  }
  return bits > 0 ? text + alphabet.charAt((buffer << (6 - bits)) & 63) : text;
}

/** The bytes of unpadded base64url; undefined for another character, length, or set spare bits. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let end = 0;
  let buffer = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value < 0) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[end++] = (buffer >> bits) & 0xff;
    }
  }
  // One encoding per value: spare bits are zero and a lone last character carries no byte.
  return bits >= 6 || (buffer & ((1 << bits) - 1)) !== 0 ? undefined : bytes;
}
