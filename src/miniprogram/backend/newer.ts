import type { Notice } from '@contract/api';

/** The newer of what this phone has of it: a cancelled one is struck through whichever copy heard of it first. */
export const newer = (one: Notice | undefined, other: Notice | undefined): Notice | undefined =>
  one && other ? (other.version > one.version ? other : one) : (one ?? other);

/** Of two lists each notice once, the newer of it, newest first: in the server's order, which moments that are the same would not tell. */
export function together(here: readonly Notice[], there: readonly Notice[]): Notice[] {
  const byId = new Map<string, Notice>();
  for (const notice of [...here, ...there]) {
    const known = byId.get(notice.id);
    if (!known || notice.version > known.version) byId.set(notice.id, notice);
  }
  return [...byId.values()].sort((a, b) => b.cursor - a.cursor);
}
