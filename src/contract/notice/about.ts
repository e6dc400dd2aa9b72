import type { Bilingual } from '../text';
import type { MessageType } from './notice';

/** What one came with: an entry of the catalogue. */
export interface Matter {
  name: Bilingual;
  words: readonly string[];
}

interface Hung {
  msgType: MessageType;
  info: readonly { headline: string }[];
  /** RFC 3339. */
  sentAt: string;
  expiresAt: string | null;
}

/** A notice without an end is news for so long (ms). */
const NEWS_FOR = 14 * 24 * 60 * 60 * 1000;

/** Chinese has no gaps between words, so one of two characters or more is looked for anywhere; English only as a word. */
function says(headline: string, word: string): boolean {
  if (!/[a-z]/i.test(word)) return [...word].length > 1 && headline.includes(word);
  const plain = word.toLowerCase().replace(/[^a-z0-9 ]/g, '');
  return ` ${headline.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${plain} `);
}

/**
 * Those that already say what one came to ask, in the order given: in force now, with a word of the matter in their
 * headline. What stands further down is not looked at: a notice about a vaccination names many things.
 * @param now epoch ms
 */
export function noticesAbout<T extends Hung>(matter: Matter, notices: readonly T[], now: number): T[] {
  const words = [matter.name.zh, matter.name.en, ...matter.words];
  return notices.filter(({ msgType, info, sentAt, expiresAt }) => {
    const until = expiresAt === null ? Date.parse(sentAt) + NEWS_FOR : Date.parse(expiresAt);
    if (msgType === 'Cancel' || until <= now) return false;
    return info.some(({ headline }) => words.some((word) => says(headline, word)));
  });
}
