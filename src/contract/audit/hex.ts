const digits = '0123456789abcdef';
/** Of each byte: a log is millions of hashes. */
const pairs = Array.from({ length: 256 }, (_, byte) => digits.charAt(byte >> 4) + digits.charAt(byte & 15));

/** Lower-case hexadecimal, as hashes are written in the log. */
export function encodeHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += pairs[byte] ?? '';
  return text;
}
