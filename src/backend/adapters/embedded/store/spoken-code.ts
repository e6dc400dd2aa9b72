import { createHash, randomInt } from 'node:crypto';

/**
 * What a spoken code is for: `LC1:` confirm a person, `LF1:` help in a family, `LK1:` set up a checkpoint,
 * `LB1:` keep the card of a body.
 * An invitation has no prefix: it is only ever typed where an invitation is asked for.
 */
export type SpokenPrefix = '' | 'LC1:' | 'LF1:' | 'LK1:' | 'LB1:';

// Crockford's base 32: 16 letters are 80 bits, too many to try; shown as a QR code, printed, or typed by hand.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** `LC1:7K2M-…`: single-use and short-lived; only its hash is kept. */
export const newSpokenCode = (prefix: SpokenPrefix = ''): string =>
  prefix +
  Array.from({ length }, () => letters[randomInt(letters.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/**
 * SHA-256, the same for small letters, missing hyphens, an O, I or L read off paper, and a prefix left away.
 * A code of another kind has another hash, even with the same letters.
 */
export function hashOfSpokenCode(code: string, prefix: SpokenPrefix = ''): Buffer {
  const read = plain(code);
  const head = plain(prefix);
  const bare = read.length === head.length + length && read.startsWith(head) ? read.slice(head.length) : read;
  return createHash('sha256')
    .update(prefix + bare)
    .digest();
}

const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
