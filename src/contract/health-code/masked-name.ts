import { encodeUtf8 } from './utf8';

/** What a credential has room for: a longer name would not fit a version 11 QR code. */
export const MAX_MASKED_NAME_BYTES = 15;

/**
 * A name as a guard compares it with a document: 张三丰 → 张*丰, 王军 → 王*, Maria Silva → M*a S*a.
 * One star whatever the length, at most 15 bytes of UTF-8. Marks, digits and invisible characters are dropped,
 * so that no name can turn the reading direction or look like another. A name without letters is `*`.
 */
export function maskName(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => [...word].filter((character) => /\p{L}/u.test(character)))
    .filter((letters) => letters.length > 0);
  const isSpaced = words.flat().every((letter) => !/\p{Script=Han}/u.test(letter));
  const parts =
    isSpaced && words.length > 1 ? [words[0] ?? [], words[words.length - 1] ?? []] : [words.flat()];
  const masked = parts.map(maskWord).join(' ');
  if (encodeUtf8(masked).length <= MAX_MASKED_NAME_BYTES) return masked;
  return parts.map((letters) => `${letters[0]}*`).join(' ');
}

function maskWord(letters: readonly string[]): string {
  const last = letters.length > 2 ? letters[letters.length - 1] : '';
  return `${letters[0] ?? ''}*${last}`;
}
