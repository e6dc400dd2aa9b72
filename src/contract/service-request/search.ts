import type { Bilingual } from '../text';

/** What an entry is found by. */
export interface Searchable {
  name: Bilingual;
  hint: Bilingual;
  words: readonly string[];
  /** Syllables of the name first, then of other words: "lou dao dui wu". */
  pinyin: readonly string[];
}

/** How well something fits; what is called so comes before what is merely described so. */
const fits = {
  isName: 100,
  isWord: 90,
  nameBegins: 80,
  nameHas: 70,
  wordBegins: 65,
  wordHas: 60,
  nameSounds: 55,
  wordSounds: 50,
  said: 40,
  hintHas: 30,
} as const;

/** Of what fits only by single characters, so many are shown; and only what has half of what was asked. */
const GUESSES = 5;
const HALF = 0.5;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
const hanOf = (text: string): string[] => [...new Set(text.match(/\p{Script=Han}/gu) ?? [])];

/**
 * Entries that fit what somebody typed, the best first: Chinese, English, another word for it, pinyin whole or by
 * initials ("loudao", "ldd", "loud"), or a sentence that has one of its words in it.
 */
export function findEntries<T extends Searchable>(entries: readonly T[], typed: string): T[] {
  const asked = plain(typed);
  if (asked === '') return [];
  const found = entries.map((entry) => ({ entry, fit: fitOf(entry, asked) })).filter(({ fit }) => fit > 0);
  return best(found.length > 0 ? found : guesses(entries, asked));
}

const best = <T>(found: readonly { entry: T; fit: number }[]): T[] =>
  [...found].sort((one, other) => other.fit - one.fit).map(({ entry }) => entry);

function fitOf(entry: Searchable, asked: string): number {
  const names = [entry.name.zh, entry.name.en].map(plain);
  const words = entry.words.map(plain);
  const hints = [entry.hint.zh, entry.hint.en].map(plain);
  const has = (texts: readonly string[], holds: (text: string) => boolean, fit: number): number =>
    texts.some(holds) ? fit : 0;
  return Math.max(
    has(names, (name) => name === asked, fits.isName),
    has(words, (word) => word === asked, fits.isWord),
    has(names, (name) => name.startsWith(asked), fits.nameBegins),
    has(names, (name) => holds(name, asked), fits.nameHas),
    has(words, (word) => word.startsWith(asked), fits.wordBegins),
    has(words, (word) => holds(word, asked), fits.wordHas),
    soundsLike(entry.pinyin, asked),
    saidIn(asked, [...names, ...words]),
    has(hints, (hint) => holds(hint, asked), fits.hintHas),
  );
}

/** Chinese anywhere in it; a Latin word from its beginning, so that "art" does not find "cart". */
function holds(text: string, part: string): boolean {
  return /\p{Script=Han}/u.test(part) ? text.includes(part) : ` ${text}`.includes(` ${part}`);
}

/** A sentence has the words of an entry in it: the longer and the more of them, the better it fits. */
function saidIn(sentence: string, texts: readonly string[]): number {
  const said = texts.filter((text) => {
    if (/\p{Script=Han}/u.test(text)) return text.length > 1 && sentence.includes(text);
    return text.length > 2 && ` ${sentence} `.includes(` ${text} `);
  });
  const letters = said.reduce((sum, text) => sum + hanOf(text).length + (text.length > 2 ? 1 : 0), 0);
  return said.length === 0 ? 0 : fits.said + Math.min(letters, 9);
}

function soundsLike(pinyin: readonly string[], asked: string): number {
  const typed = asked.replace(/ /g, '');
  if (!/^[a-z]{2,}$/.test(typed)) return 0;
  const at = pinyin.findIndex((text) => sounds(text.split(' '), typed));
  if (at < 0) return 0;
  return at === 0 ? fits.nameSounds : fits.wordSounds;
}

/** What was typed is the beginnings of syllables in a row: all of each, the first letters, or a mixture. */
function sounds(syllables: readonly string[], typed: string): boolean {
  const goesOn = (at: number, rest: string): boolean => {
    const syllable = syllables[at];
    if (rest === '') return true;
    if (syllable === undefined) return false;
    for (let length = Math.min(syllable.length, rest.length); length > 0; length -= 1)
      if (syllable.startsWith(rest.slice(0, length)) && goesOn(at + 1, rest.slice(length))) return true;
    return false;
  };
  return syllables.some((_, at) => goesOn(at, typed));
}

/** Nothing has the words: then what shares the rarer characters of the sentence. */
function guesses<T extends Searchable>(entries: readonly T[], asked: string): { entry: T; fit: number }[] {
  const texts = entries.map(({ name, hint, words }) => [name.zh, hint.zh, ...words].join(' '));
  const weight = new Map(
    hanOf(asked).flatMap((letter): [string, number][] => {
      const times = texts.filter((text) => text.includes(letter)).length;
      return times === 0 ? [] : [[letter, Math.log((entries.length + 1) / times)]];
    }),
  );
  const whole = [...weight.values()].reduce((sum, one) => sum + one, 0);
  return best(
    entries
      .map((entry, at) => {
        const shared = [...weight].filter(([letter]) => texts[at]?.includes(letter));
        return { entry: { entry, fit: sum(shared) }, fit: sum(shared) };
      })
      .filter(({ fit }) => whole > 0 && fit >= whole * HALF),
  ).slice(0, GUESSES);
}

const sum = (weights: readonly (readonly [string, number])[]): number =>
  weights.reduce((total, [, one]) => total + one, 0);
