const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

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
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
    }
  }
  // One encoding per value: spare bits are zero and a lone last character carries no byte.
  return bits >= 6 || (buffer & ((1 << bits) - 1)) !== 0 ? undefined : Uint8Array.from(bytes);
}
