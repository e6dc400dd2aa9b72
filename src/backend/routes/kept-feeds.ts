/** So many feeds are kept: of a county's communities and grids, those that somebody polls. */
const MOST_KEPT = 2000;

/**
 * A feed is made once for all who ask within some seconds, as long as nothing is published: many systems poll, and
 * what they get differs by what was published only, and by what is over.
 */
export function keepingFeeds({
  now,
  cursor,
  ageMs,
}: {
  /** Epoch ms. */
  now(): number;
  /** Changes whenever something is published. */
  cursor(): Promise<number>;
  ageMs: number;
}): (path: string, make: () => Promise<Buffer | undefined>) => Promise<Buffer | undefined> {
  const kept = new Map<string, { at: number; cursor: number; body: Buffer }>();
  return async (path, make) => {
    const newest = await cursor();
    const had = kept.get(path);
    if (had && had.cursor === newest && now() - had.at < ageMs) return had.body;
    kept.delete(path);
    const body = await make();
    if (body === undefined) return undefined;
    kept.set(path, { at: now(), cursor: newest, body });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return body;
  };
}
