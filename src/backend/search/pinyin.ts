import type { Category } from '@contract/service-request/category';
import { pinyin } from 'pinyin-pro';

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The syllables of a Chinese text without tones, ü as v, as they are typed: "lou dao dui wu". */
export const syllablesOf = (text: string): string =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join(' ');

/** How an entry is found by those who type sounds: its name, and each of its Chinese words. */
export const pinyinOf = ({ name, words }: Pick<Category, 'name' | 'words'>): string[] => [
  ...new Set([name.zh, ...words.filter(hasHan)].map(syllablesOf)),
];

/** How a notice is found by those who type sounds: whole syllables, run together, and their initials. */
export function soundsOf(info: readonly { headline: string }[]): string {
  const syllables = info.map(({ headline }) => syllablesOf(headline)).filter((text) => text !== '');
  return [
    ...syllables,
    ...syllables.map((text) => text.replaceAll(' ', '')),
    ...syllables.map((text) =>
      text
        .split(' ')
        .map((syllable) => syllable[0])
        .join(''),
    ),
  ].join('\n');
}
