import { pinyin } from 'pinyin-pro';
import { nameSeparator, plainAddress } from './plain-address';

const sound = (name: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(plainAddress(name), {
    pattern,
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  }).join('');

/** How the names of an address are typed by those who type sounds: 桂语苑5幢402室 → guiyuyuan5zhuang402shi, gyy5z402s. */
export const soundsOf = (names: readonly string[]): { pinyin: string; initials: string } => ({
  pinyin: names.map((name) => sound(name, 'pinyin')).join(nameSeparator),
  initials: names.map((name) => sound(name, 'first')).join(nameSeparator),
});

/**
 * Typed sounds as a pattern (POSIX): letters and numbers in order, whatever word stands between them, and no number cut
 * short: "gyy 5 402" finds gyy5z402s, and neither gyy15z402s nor gyy5z4020s. Undefined for what is not typed in sounds.
 */
export function soundPattern(typed: string): string | undefined {
  const plain = plainAddress(typed);
  if (!/^(?=.*[a-z])[a-z0-9]+$/.test(plain)) return undefined;
  // Spaces part two numbers that follow one another.
  const parts =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+|[0-9]+/g) ?? [];
  return parts.map((part) => (/^[0-9]/.test(part) ? `${part}(?![0-9])` : part)).join('[^0-9,]*');
}
