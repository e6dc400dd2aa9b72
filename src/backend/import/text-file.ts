/** What Excel writes on a Chinese Windows, where it is not UTF-8. */
const encodings = ['utf-8', 'gb18030'] as const;

/**
 * The text of a file: UTF-8 (with or without a mark) or GB18030, which never pass for each other in
 * Chinese text of more than a few characters. Undefined when it is neither.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodings)
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A NUL is UTF-16 or a spreadsheet's own format.
      return text.includes('\0') ? undefined : text;
    } catch {
      continue;
    }
  return undefined;
}
