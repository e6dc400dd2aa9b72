/** What is searched of a notice: its words, and how its headlines sound. */
interface Searched {
  info: readonly { headline: string; description: string; instruction?: string | undefined }[];
  pinyin: string;
}

/**
 * Whether a notice says it: a piece of its words in any of its languages, or the sounds of its headline, as whole
 * syllables, run together or initials only. The same on the phone as on the server.
 */
export function saysWords({ info, pinyin }: Searched, words: string): boolean {
  const asked = words.toLowerCase().replace(/\s+/g, ' ').trim();
  if (asked === '') return true;
  return (
    pinyin.includes(asked) ||
    info.some(({ headline, description, instruction = '' }) =>
      [headline, description, instruction].some((text) => text.toLowerCase().includes(asked)),
    )
  );
}
