/** What the first byte of a character says, by how many follow. */
const lead = [0, 0xc0, 0xe0, 0xf0];

/** UTF-8 of a text (RFC 3629). Own code: WeChat has no TextEncoder. A lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const ascii = encodeAscii(text);
  if (ascii) return ascii;
  // Three bytes are enough for each UTF-16 unit; two units make four.
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    let point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) {
      bytes[end++] = point;
      continue;
    }
    const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[end++] = (lead[more] ?? 0) | (point >> (6 * more));
    for (let left = more - 1; left >= 0; left--) bytes[end++] = 0x80 | ((point >> (6 * left)) & 0x3f);
  }
  return bytes.slice(0, end);
}

/** What most texts are, and is faster read. */
function encodeAscii(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return undefined;
    bytes[at] = unit;
  }
  return bytes;
}

/** The text of strict UTF-8; undefined for overlong, truncated, surrogate or too large sequences. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4) return undefined;
    let point = first & (0x3f >> more);
    for (let i = 0; i < more; i++) {
      const byte = bytes[at++];
      if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (byte & 0x3f);
    }
    const shortest = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000;
    if (point < shortest || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    text += String.fromCodePoint(point);
  }
  return text;
}
