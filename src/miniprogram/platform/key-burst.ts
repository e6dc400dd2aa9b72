/** A pause longer than this (ms) ends what was typed: the next key begins anew. */
const pauseMs = 1500;
/** Longer than any code; a key that lies on the keyboard does not fill the memory. */
const mostLetters = 4096;
/** Shorter than any code: an Enter after less is a person's own. */
const fewestLetters = 8;

export interface Key {
  /** As in `KeyboardEvent.key`. */
  key: string;
  /** Milliseconds, of any one clock. */
  at: number;
}

/**
 * Tells a hand scanner, which types a code and presses Enter, from a person at the keys. `took`: the key belongs to the
 * scanner and must do nothing else (a space would press what has the focus); `text`: a code is complete.
 */
export function createKeyBurst() {
  let letters = '';
  let last = -Infinity;
  return {
    press({ key, at }: Key): { took: boolean; text?: string } {
      if (at - last > pauseMs) letters = '';
      last = at;
      if (key === 'Enter') {
        // As it came: a space at the end is a letter of Base45.
        const text = letters;
        letters = '';
        return text.length >= fewestLetters ? { took: true, text } : { took: false };
      }
      // "Shift", "Tab" and their like; no code begins with a space.
      if (key.length !== 1 || (letters === '' && key === ' ')) return { took: false };
      letters = (letters + key).slice(0, mostLetters);
      return { took: letters.length > 1 };
    },
  };
}
